import { now } from "@/lib/clock";
import { endReasons } from "@/lib/links/input";
import type { LinkView } from "@/lib/links/list-links";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ago } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { keepLinkAction, unlinkClientAction } from "./actions";

type Props = { link: LinkView; t: Text };

/** Ends a link now or on a day, with a reason, and says in numbers what follows. */
export async function EndForm({ link, t }: Props) {
  const said = t.links;
  const { id, clientId, shopName, lastUsedAt, otherOpen } = link;
  return (
    <FoldForm
      action={unlinkClientAction}
      consequence={
        <>
          <p>{said.consequence(clientId, shopName)}</p>
          <p>
            {lastUsedAt ? said.lastCall(ago(lastUsedAt, now(), t.language)) : said.noCall}{" "}
            {otherOpen > 0 ? said.others(otherOpen) : said.noOthers}
          </p>
        </>
      }
      formKey={await formKey("unlink client", "/links", { linkId: [id] })}
      hidden={{ linkId: id }}
      labels={{ reason: said.reason, when: said.when }}
      pending={t.common.sending}
      submit={said.submit}
      summary={said.endTitle}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField
        defaultValue="not_used"
        kind="select"
        label={said.reason}
        name="reason"
        options={endReasons.map((value) => ({ value, label: said.reasons[value] }))}
      />
      <FormField defaultValue="now" hint={said.whenHint} label={said.when} name="when" />
    </FoldForm>
  );
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
