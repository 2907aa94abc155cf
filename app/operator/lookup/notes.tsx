import type { StaffNoteView } from "@/lib/links/list-beside";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { addStaffNoteAction } from "./actions";

type Props = { notes: StaffNoteView[]; subject: string; path: string; may: boolean; t: Text };

/** What the staff remember of what is looked at, and the form for more; members never see it. */
export async function Notes({ notes, subject, path, may, t }: Props) {
  const said = t.lookup.notes;
  return (
    <Section card id="notes" intro={<p>{said.lead}</p>} title={said.title}>
      {notes.length === 0 && <p className="text-muted">{said.none}</p>}
      {notes.map(({ id, at, name, body }) => (
        <div key={id}>
          <p className="text-caption text-muted">{said.by(name, moment(at, t.language).text)}</p>
          <p className="wrap-anywhere whitespace-pre-line">{body}</p>
        </div>
      ))}
      {may && (
        <ActionForm
          action={addStaffNoteAction}
          formKey={await formKey("add staff note", path, { subject: [subject] })}
          labels={{ body: said.body }}
          pending={t.common.sending}
          submit={said.submit}
          texts={formTexts(t)}
          variant="secondary"
        >
          <FormField kind="textarea" label={said.body} maxLength={2000} name="body" />
        </ActionForm>
      )}
    </Section>
  );
}
