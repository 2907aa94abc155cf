import { formKey } from "../../../../_session";
import type { Text } from "../../../../_text/text";
import { FormField } from "../../../../_ui/form-field";
import { Section } from "../../../../_ui/section";
import { ActForm } from "../../act-form";
import { signOutForOthersAction } from "../../session-actions";

/** For a member whose browser is in other hands, a colleague of one's own too. */
export async function SignOut({ id, path, t }: { id: string; path: string; t: Text }) {
  const said = t.signOut;
  return (
    <Section card id="sign-out" title={said.title}>
      <ActForm
        action={signOutForOthersAction}
        danger
        formKey={await formKey("sign out for others", path, { organisation: [id] })}
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
