import type { LinkChainView } from "@/lib/links/find-link-chain";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { clock } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Section } from "../../_ui/section";
import { undoLinkAction } from "./actions";

/** Takes the link back in one press, as long as that is possible. */
export async function UndoForm({ view, until, t }: { view: LinkChainView; until: Date; t: Text }) {
  const said = t.receipt.undo;
  return (
    <Section id="undo" title={said.title}>
      <p>{said.body(clock(until, t.language))}</p>
      <ActionForm
        action={undoLinkAction}
        formKey={await formKey("undo link", `/links/${view.linkId}`, { linkId: [view.linkId] })}
        hidden={{ do: "undo", linkId: view.linkId }}
        pending={t.common.sending}
        submit={said.submit}
        texts={formTexts(t)}
        variant="secondary"
      />
    </Section>
  );
}
