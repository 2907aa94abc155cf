import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findActor } from "@/lib/accounts/find-actor";
import { findStopped } from "@/lib/accounts/find-stopped";
import { usesSecondFactor } from "@/lib/accounts/has-second-factor";
import { nextPath } from "@/lib/accounts/next-path";
import { visitorFormKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { signInAction } from "./actions";
import { ByCode } from "./by-code";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.signIn.title };
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const viewer = await findActor();
  const next = nextPath(typeof asked.next === "string" ? asked.next : "", "");
  // Somebody signed in is here only to confirm that it is them; anybody else asks for nothing new.
  const again = viewer && asked.again === "1" ? viewer : null;
  if (viewer && !again) redirect(next || `/${viewer.organisation.kind}`);

  const [t, stopped] = [await text(), viewer ? null : await findStopped()];
  const { fields, signIn } = t.accounts;
  const query = new URLSearchParams({ ...(again && { again: "1" }), ...(next && { next }) });
  const offered: Record<string, string[]> = again ? { replaces: [again.sessionId] } : {};
  const texts = {
    ...formTexts(t),
    refusals: { ...t.refusals, too_many: signIn.tooMany, not_found: signIn.nowhere },
    fieldErrors: { ...t.fieldErrors, wrong_password: again ? signIn.wrongAgain : signIn.wrong },
  };
  return (
    <>
      <PageHeader
        lead={again ? signIn.againLead(again) : undefined}
        title={again ? signIn.again : signIn.title}
      />
      {stopped && (
        <Notice title={t.help.stopped.signedIn} tone="warning">
          <p>
            <a className="link" href="/help">
              {t.help.stopped.read}
            </a>
          </p>
        </Notice>
      )}
      {asked.left === "1" && <Notice live title={t.team.leave.leftAll} tone="success" />}
      <ActionForm
        action={signInAction}
        aside={
          <a className="link" href="/reset">
            {signIn.forgotten}
          </a>
        }
        formKey={await visitorFormKey("sign in", `/sign-in?${query}`, offered)}
        hidden={again ? { next, email: again.email } : { next }}
        labels={{ email: fields.email, password: fields.password }}
        pending={t.common.sending}
        submit={again ? signIn.confirm : signIn.submit}
        texts={texts}
      >
        {!again && (
          <FormField autoComplete="username" label={fields.email} name="email" required type="email" />
        )}
        <FormField
          autoComplete="current-password"
          label={fields.password}
          name="password"
          required
          type="password"
        />
      </ActionForm>
      {again && (await usesSecondFactor(again)) && <ByCode next={next} path={`/sign-in?${query}`} t={t} />}
      {!again && (
        <p>
          {signIn.noAccount}{" "}
          <a className="link" href={next ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up"}>
            {t.common.signUp}
          </a>
        </p>
      )}
    </>
  );
}
