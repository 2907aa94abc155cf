import { formKey } from "../../../../_session";
import type { Text } from "../../../../_text/text";
import type { ServerAction } from "../../../../_ui/action-form";
import { FormField } from "../../../../_ui/form-field";
import { Section } from "../../../../_ui/section";
import { ActForm } from "../../act-form";
import { removeSecondFactorAction } from "../../second-factor-actions";
import { signOutForOthersAction } from "../../session-actions";

type Props = { id: string; path: string; t: Text };

/** For a member who lost the authenticator app and the recovery codes, a colleague of one's own too. */
export const SecondFactor = async (props: Props) => (
  <MemberAct
    action={removeSecondFactorAction}
    anchor="second-factor"
    formKey={await formKey("remove second factor", props.path, { organisation: [props.id] })}
    said={props.t.secondFactor.remove}
    t={props.t}
  />
);

/** For a member whose browser is in other hands, a colleague of one's own too. */
export const SignOut = async (props: Props) => (
  <MemberAct
    action={signOutForOthersAction}
    anchor="sign-out"
    formKey={await formKey("sign out for others", props.path, { organisation: [props.id] })}
    said={props.t.signOut}
    t={props.t}
  />
);

type Act = {
  action: ServerAction<{ goTo: string }>;
  anchor: string;
  formKey: string;
  said: { title: string; open: string; body: string; submit: string; email: string; notFound: string };
  t: Text;
};

/** An act about one member of the organisation, named by address. */
function MemberAct({ action, anchor, formKey, said, t }: Act) {
  return (
    <Section card id={anchor} title={said.title}>
      <ActForm
        action={action}
        danger
        formKey={formKey}
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
