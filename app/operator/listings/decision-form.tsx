import { judgedFields } from "@/lib/directory/desk-input";
import { formKey } from "../../_session";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { decideListingAction } from "./actions";
import { deskFormTexts } from "./desk-texts";

type Props = {
  submission: { id: string; revision: number; suspended: boolean };
  /** The page that the form stands on. */
  path: string;
  /** In a list the form waits folded behind these words. */
  fold?: string;
  t: Text;
};

const decisions = ["approve", "changes", "reject"] as const;

/** Decides one submission as it was read: the key says which state of it that was. */
export async function DecisionForm({ submission, path, fold, t }: Props) {
  const said = t.listingDesk.form;
  const { id, revision, suspended } = submission;
  // An approval ends a suspension, so who approves must have known of it.
  const entry = suspended ? "suspended" : "free";
  const offered = { listingId: [id], revision: [String(revision)], entry: [entry] };
  const comments = judgedFields.map((field) => ({
    name: `comment-${field}`,
    label: said.comment(t.listingDesk.fields[field]),
  }));
  const frame = {
    action: decideListingAction,
    formKey: await formKey("decide listing", path, offered),
    hidden: { listingId: id },
    labels: {
      decision: said.decision,
      reason: said.reason,
      ...Object.fromEntries(comments.map(({ name, label }) => [name, label])),
    },
    pending: t.common.sending,
    submit: said.submit,
    texts: deskFormTexts(t),
  };
  const fields = (
    <>
      <FormField
        errors={{ bad_choice: said.cannot }}
        kind="radios"
        label={said.decision}
        name="decision"
        options={decisions.map((value) => ({ value, label: said.options[value], hint: said.hints[value] }))}
      />
      <FormField hint={said.reasonHint} kind="textarea" label={said.reason} maxLength={500} name="reason" />
      <details className="fold">
        <summary className="button button-secondary">{said.comments}</summary>
        <div className="fold-body">
          {comments.map(({ name, label }) => (
            <FormField key={name} kind="textarea" label={label} maxLength={500} name={name} />
          ))}
        </div>
      </details>
    </>
  );
  return fold ? (
    <FoldForm {...frame} summary={fold} variant="secondary">
      {fields}
    </FoldForm>
  ) : (
    <ActionForm {...frame}>{fields}</ActionForm>
  );
}
