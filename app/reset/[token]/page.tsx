import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findReset } from "@/lib/accounts/find-reset";
import { visitorFormKey } from "../../_session";
import { text } from "../../_text/text";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { PageHeader } from "../../_ui/page-header";
import { PasswordForm } from "../../account/password-form";
import { resetPasswordAction } from "../actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.reset.title };
}

export default async function ResetTokenPage({ params }: Props) {
  const { token } = await params;
  const found = await findReset(token);
  if (!found) notFound();
  const t = await text();
  const { reset } = t.accounts;
  if (found.isOver) {
    return (
      <>
        <PageHeader title={reset.title} />
        <Alert code="expired">
          <p>{reset.over}</p>
        </Alert>
        <div className="form-actions">
          <ButtonLink href="/reset" variant="primary">
            {reset.askAgain}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t.common.signIn}</ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader lead={reset.setLead(found)} title={reset.title} />
      <PasswordForm
        action={resetPasswordAction}
        email={found.email}
        formKey={await visitorFormKey("reset password", `/reset/${token}`)}
        submit={reset.setSubmit}
        t={t}
        token={token}
      />
    </>
  );
}
