import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findRecovery } from "@/lib/accounts/find-recovery";
import { visitorFormKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { beginRecoveryAction } from "../actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ begun?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).recovery.begin.title, robots: { index: false } };
}

/** Where the letter leads of whoever lost app and codes. Looking changes nothing; one button begins the wait. */
export default async function RecoverPage({ params, searchParams }: Props) {
  const [{ token }, { begun }] = [await params, await searchParams];
  const found = await findRecovery(token);
  if (!found) notFound();
  const t = await text();
  const said = t.recovery.begin;
  const until = found.readyAt && moment(found.readyAt, t.language).text;
  if (!found.isOpen) {
    return (
      <>
        <PageHeader title={said.title} />
        {until && begun === "1" ? (
          <Notice live title={said.begun} tone="success">
            <p>{said.until(until)}</p>
          </Notice>
        ) : (
          <Alert code="expired">
            <p>{until ? said.running(until) : said.over}</p>
          </Alert>
        )}
        <div className="form-actions">
          <ButtonLink href="/sign-in">{t.common.signIn}</ButtonLink>
        </div>
      </>
    );
  }
  const texts = formTexts(t);
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <ol className="list-decimal pl-6">
        {said.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ActionForm
        action={beginRecoveryAction}
        formKey={await visitorFormKey("begin recovery", `/recover/${token}`)}
        hidden={{ do: "begin", token }}
        pending={t.common.sending}
        submit={said.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, expired: said.over } }}
      />
    </>
  );
}
