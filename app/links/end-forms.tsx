import { now } from "@/lib/clock";
import type { LinkView } from "@/lib/links/list-links";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ago } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { keepLinkAction, restoreLinkAction } from "./actions";
import { UnlinkForm } from "./unlink-form";

type Props = { link: LinkView; t: Text };

/** Ends a link now or on a day, with a reason, and says in numbers what follows. */
export function EndForm({ link, t }: Props) {
  const said = t.links;
  const { id, clientId, shopName, lastUsedAt, otherOpen } = link;
  const consequence = (
    <>
      <p>{said.consequence(clientId, shopName)}</p>
      <p>
        {lastUsedAt ? said.lastCall(ago(lastUsedAt, now(), t.language)) : said.noCall}{" "}
        {otherOpen > 0 ? said.others(otherOpen) : said.noOthers}
      </p>
    </>
  );
  return <UnlinkForm consequence={consequence} linkId={id} path="/links" t={t} />;
}

/** Takes back an end that was planned. */
export async function KeepForm({ link, t }: Props) {
  const said = t.links.keep;
  return (
    <>
      <p className="text-caption text-muted">{said.hint}</p>
      <ActionForm
        action={keepLinkAction}
        formKey={await formKey("keep link", "/links", { linkId: [link.id] })}
        hidden={{ do: "keep", linkId: link.id }}
        pending={t.common.sending}
        submit={said.submit}
        texts={formTexts(t)}
        variant="secondary"
      />
    </>
  );
}

/** Takes back an end of a moment ago, in one press. */
export async function RestoreForm({ link: { id, clientRowId }, t }: Props) {
  const said = t.links.restore;
  return (
    <>
      <p className="text-caption text-muted">{said.hint}</p>
      <ActionForm
        action={restoreLinkAction}
        formKey={await formKey("restore link", "/links", { linkId: [id], client: [clientRowId] })}
        hidden={{ do: "restore", linkId: id }}
        pending={t.common.sending}
        submit={said.submit}
        texts={formTexts(t)}
        variant="secondary"
      />
    </>
  );
}
