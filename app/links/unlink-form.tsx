import type { ReactNode } from "react";
import { endReasons } from "@/lib/links/input";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { unlinkClientAction } from "./actions";

type Props = { linkId: string; path: string; consequence: ReactNode; t: Text };

/** Ends one link, now or on a day, with a reason; `path` is the page it stands on. */
export async function UnlinkForm({ linkId, path, consequence, t }: Props) {
  const said = t.links;
  return (
    <FoldForm
      action={unlinkClientAction}
      consequence={consequence}
      formKey={await formKey("unlink client", path, { linkId: [linkId] })}
      hidden={{ linkId }}
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
