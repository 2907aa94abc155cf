import type { LinkChainView } from "@/lib/links/find-link-chain";
import { endReasons } from "@/lib/links/input";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { unlinkClientAction } from "../actions";

/** Ends the link, now or on a day, with a reason. */
export async function EndForm({ view, t }: { view: LinkChainView; t: Text }) {
  const said = t.links;
  return (
    <Section id="end" title={t.receipt.end.title}>
      <FoldForm
        action={unlinkClientAction}
        consequence={<p>{said.consequence(view.clientId, view.shopName)}</p>}
        formKey={await formKey("unlink client", `/links/${view.linkId}`, { linkId: [view.linkId] })}
        hidden={{ linkId: view.linkId }}
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
    </Section>
  );
}
