import { formKey } from "../../../../_session";
import type { Text } from "../../../../_text/text";
import { FormField } from "../../../../_ui/form-field";
import { Section } from "../../../../_ui/section";
import { ActForm } from "../../act-form";
import { removeSecondFactorAction } from "../../second-factor-actions";

/** For a member who lost the authenticator app and the recovery codes, a colleague of one's own too. */
export async function SecondFactor({ id, path, t }: { id: string; path: string; t: Text }) {
  const said = t.secondFactor.remove;
  return (
    <Section card id="second-factor" title={said.title}>
      <ActForm
        action={removeSecondFactorAction}
        danger
        formKey={await formKey("remove second factor", path, { organisation: [id] })}
        labels={{ email: said.email }}
        refusals={{ not_found: said.notFound }}
        t={t}
        words={said}
      >
        <FormField autoComplete="off" label={said.email} name="email" type="email" />
      </ActForm>
    </Section>
  );
}
