import type { ReactNode } from "react";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import type { ServerAction } from "../../_ui/action-form";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: the form ignores the view, and a view type cannot be both ways.
  action: ServerAction<any>;
  formKey: string;
  /** Which act is meant, where the fields do not tell. */
  act?: "suspend" | "resume";
  hidden?: Record<string, string>;
  words: { open: string; body: string; submit: string };
  labels?: Record<string, string>;
  danger?: boolean;
  /** Sentences that fit this act better than the general ones. */
  refusals?: Partial<Text["refusals"]>;
  t: Text;
  children?: ReactNode;
};

/** An act of the operator about others: folded until it is wanted, with its consequence and always a reason. */
export function ActForm({ action, formKey, act, hidden, words, danger, t, children, ...rest }: Props) {
  const { reason, reasonHint } = t.lookup.acts;
  const texts = formTexts(t);
  return (
    <FoldForm
      action={action}
      consequence={<p>{words.body}</p>}
      formKey={formKey}
      hidden={{ ...(act && { do: act }), ...hidden }}
      labels={{ ...rest.labels, reason }}
      pending={t.common.sending}
      submit={words.submit}
      summary={words.open}
      texts={{ ...texts, refusals: { ...texts.refusals, ...rest.refusals } }}
      variant={danger ? "danger" : "primary"}
    >
      {children}
      <FormField hint={reasonHint} label={reason} maxLength={300} name="reason" />
    </FoldForm>
  );
}
