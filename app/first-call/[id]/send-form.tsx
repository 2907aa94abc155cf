import type { Viewer } from "@/lib/accounts/find-actor";
import { listColleagues } from "@/lib/first-call/list-colleagues";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { sendReportAction } from "../actions";

type Props = { t: Text; viewer: Viewer; id: string };

/** Sends a colleague to the report, with a sentence; nothing where the viewer has no colleague. */
export async function SendForm({ t, viewer, id }: Props) {
  const colleagues = await listColleagues({
    organisationId: viewer.organisation.id,
    personId: viewer.personId,
  });
  if (colleagues.length === 0) return null;
  const said = t.diagnosis.share.send;
  const options = colleagues.map((one) => ({ value: one.id, label: `${one.name} (${one.email})` }));
  // Who has one colleague only has nothing to choose.
  const first = options.length === 1 ? [] : [{ value: "", label: said.choose }];
  const offered = { firstCallId: [id], memberId: colleagues.map((one) => one.id) };
  return (
    <ActionForm
      action={sendReportAction}
      formKey={await formKey("send report", `/first-call/${id}`, offered)}
      hidden={{ do: "send", firstCallId: id }}
      labels={{ memberId: said.to, note: said.note }}
      pending={said.sending}
      submit={said.submit}
      texts={formTexts(t)}
      variant="secondary"
    >
      <FormField kind="select" label={said.to} name="memberId" options={[...first, ...options]} />
      <FormField
        hint={said.noteHint}
        label={said.note}
        maxLength={300}
        name="note"
        optional={t.common.optional}
      />
    </ActionForm>
  );
}
