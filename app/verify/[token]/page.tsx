import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findSignUp } from "@/lib/accounts/find-sign-up";
import { nextPath } from "@/lib/accounts/next-path";
import { visitorFormKey } from "../../_session";
import { text } from "../../_text/text";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { PageHeader } from "../../_ui/page-header";
import { PasswordForm } from "../../account/password-form";
import { verifySignUpAction } from "./actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.verify.title };
}

export default async function VerifyPage({ params, searchParams }: Props) {
  const [{ token }, asked] = [await params, await searchParams];
  const pending = await findSignUp(token);
  if (!pending) notFound();
  const next = nextPath(typeof asked.next === "string" ? asked.next : "", "");
  const query = next && `?${new URLSearchParams({ next })}`;
  const t = await text();
  const { verify } = t.accounts;
  if (pending.isOver) {
    return (
      <>
        <PageHeader title={verify.title} />
        <Alert code="expired">
          <p>{verify.over}</p>
          <p>{verify.overMore}</p>
        </Alert>
        <div className="form-actions">
          <ButtonLink href={`/sign-in${query}`} variant="primary">
            {t.common.signIn}
          </ButtonLink>
          <ButtonLink href={`/sign-up?${new URLSearchParams({ kind: pending.kind, ...(next && { next }) })}`}>
            {t.common.signUp}
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader lead={verify.lead(pending)} title={verify.title} />
      <PasswordForm
        action={verifySignUpAction}
        email={pending.email}
        formKey={await visitorFormKey("verify sign-up", `/verify/${token}${query}`)}
        next={next}
        submit={verify.submit}
        t={t}
        token={token}
      />
    </>
  );
}
