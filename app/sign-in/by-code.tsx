import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { Section } from "../_ui/section";
import { confirmByCodeAction } from "./code/actions";

/** The other way to confirm that it is still them, for somebody signed in who has a second factor. */
export async function ByCode({ next, path, t }: { next: string; path: string; t: Text }) {
  const said = t.secondFactor;
  const texts = formTexts(t);
  return (
    <Section title={said.again.title}>
      <ActionForm
        action={confirmByCodeAction}
        formKey={await formKey("confirm by code", path)}
        hidden={{ next }}
        labels={{ passcode: said.passcode }}
        pending={t.common.sending}
        submit={said.again.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, too_many: said.code.tooMany } }}
        variant="secondary"
      >
        <FormField
          autoComplete="one-time-code"
          hint={said.passcodeHint}
          label={said.passcode}
          maxLength={40}
          mono
          name="passcode"
        />
      </ActionForm>
    </Section>
  );
}
