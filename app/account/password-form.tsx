import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm, type ServerAction } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: as in ActionForm, the view is ignored here.
  action: ServerAction<any>;
  formKey: string;
  token: string;
  /** Whose password it will be; only for the browser's own password store. */
  email: string;
  submit: string;
  /** Where to go on afterwards, where the form may be told. */
  next?: string;
  t: Text;
};

/** One field for a password to be, on the page of a mailed link. */
export function PasswordForm({ action, formKey, token, email, submit, next, t }: Props) {
  const { fields, hints } = t.accounts;
  return (
    <ActionForm
      action={action}
      formKey={formKey}
      hidden={next === undefined ? { token } : { token, next }}
      labels={{ password: fields.password }}
      pending={t.common.sending}
      submit={submit}
      texts={formTexts(t)}
    >
      <input autoComplete="username" defaultValue={email} hidden readOnly type="email" />
      <FormField
        autoComplete="new-password"
        hint={hints.password}
        label={fields.password}
        minLength={10}
        name="password"
        required
        type="password"
      />
    </ActionForm>
  );
}
