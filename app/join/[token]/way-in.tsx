import type { Viewer } from "@/lib/accounts/find-actor";
import { foldEmail } from "@/lib/input";
import type { TeamInvitationView } from "@/lib/team/find-team-invitation";
import { formKey, visitorFormKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { ButtonLink } from "../../_ui/button";
import { FormField } from "../../_ui/form-field";
import { Notice } from "../../_ui/notice";
import { Section } from "../../_ui/section";
import { signOutAction } from "../../account/actions";
import { joinAsNewcomerAction, joinOrganisationAction, joinWithPasswordAction } from "./actions";

type Props = { found: TeamInvitationView; token: string; viewer: Viewer | null; t: Text };

/** What the one who looks has to do to come in: press a button, sign in, or make an account. */
export async function WayIn({ found, token, viewer, t }: Props) {
  const said = t.team.join;
  const { email, holder } = found;
  const path = `/join/${token}`;
  const next = encodeURIComponent(path);
  const shared = { texts: formTexts(t), pending: t.common.sending };
  if (viewer && foldEmail(viewer.email) === foldEmail(email)) {
    return (
      <ActionForm
        {...shared}
        action={joinOrganisationAction}
        formKey={await formKey("join organisation", path)}
        hidden={{ do: "accept", token }}
        submit={said.submit}
      />
    );
  }
  if (viewer) {
    return (
      <>
        <Notice tone="warning">{said.other(viewer.email, email)}</Notice>
        <ActionForm
          {...shared}
          action={signOutAction}
          formKey={await formKey("sign out", path)}
          hidden={{ do: "sign_out", next: path }}
          submit={said.signOut}
          variant="secondary"
        />
      </>
    );
  }
  if (holder === "member") {
    return (
      <>
        <p>{said.known(email)}</p>
        <p>
          <ButtonLink href={`/sign-in?next=${next}`} variant="primary">
            {t.common.signIn}
          </ButtonLink>
        </p>
      </>
    );
  }
  return holder === "alone" ? Alone({ email, token, path, t }) : Newcomer({ email, token, path, t });
}

type Fields = { email: string; token: string; path: string; t: Text };

/** For an account that belongs to no organisation now, and so cannot sign in anywhere. */
async function Alone({ email, token, path, t }: Fields) {
  const said = t.team.join;
  const { fields, signIn } = t.accounts;
  const texts = formTexts(t);
  return (
    <Section card title={said.submit}>
      <p>{said.alone(email)}</p>
      <ActionForm
        action={joinWithPasswordAction}
        aside={
          <a className="link" href="/reset">
            {said.forgotten}
          </a>
        }
        formKey={await visitorFormKey("join with password", path)}
        hidden={{ token }}
        labels={{ password: fields.password, passcode: t.secondFactor.passcode }}
        pending={t.common.sending}
        submit={said.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, too_many: signIn.tooMany } }}
      >
        <input autoComplete="username" defaultValue={email} hidden readOnly type="email" />
        <FormField
          autoComplete="current-password"
          label={fields.password}
          name="password"
          required
          type="password"
        />
        <FormField
          autoComplete="one-time-code"
          hint={t.secondFactor.ifAny}
          label={t.secondFactor.passcode}
          maxLength={40}
          mono
          name="passcode"
        />
      </ActionForm>
    </Section>
  );
}

async function Newcomer({ email, token, path, t }: Fields) {
  const said = t.team.join;
  const { fields, hints } = t.accounts;
  return (
    <Section card intro={<p>{said.newLead(email)}</p>} title={said.newTitle}>
      <ActionForm
        action={joinAsNewcomerAction}
        formKey={await visitorFormKey("join as newcomer", path)}
        hidden={{ token }}
        labels={{ name: fields.name, password: fields.password }}
        pending={t.common.sending}
        submit={said.newSubmit}
        texts={formTexts(t)}
      >
        <input autoComplete="username" defaultValue={email} hidden readOnly type="email" />
        <FormField autoComplete="name" label={fields.name} maxLength={80} name="name" required />
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
    </Section>
  );
}
