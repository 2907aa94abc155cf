import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findSharedReport } from "@/lib/first-call/find-shared-report";
import { text } from "../../../_text/text";
import { moment } from "../../../_time";
import { Alert } from "../../../_ui/alert";
import { ButtonLink } from "../../../_ui/button";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { Answer, FactsOfCall } from "../../report-parts";
import { StepList } from "../../step-list";
import { tellShared, tellStep } from "../../tell";
import { VerdictCard } from "../../verdict-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).diagnosis.shared.title, robots: { index: false } };
}

/** A report as whoever holds its link sees it, signed in or not. */
export default async function SharedReportPage({ params }: { params: Promise<{ token: string }> }) {
  const found = await findSharedReport((await params).token);
  if (!found) notFound();
  const t = await text();
  const said = t.diagnosis.shared;
  const own = (
    <ButtonLink href="/first-call" variant="secondary">
      {said.own}
    </ButtonLink>
  );
  const { report, organisationName, expiresAt } = found;
  if (!report) {
    return (
      <>
        <PageHeader actions={own} title={said.title} />
        <Alert code="expired">
          <p>{said.over}</p>
        </Alert>
      </>
    );
  }
  return (
    <>
      <PageHeader
        actions={own}
        lead={said.lead(organisationName, moment(expiresAt, t.language).text)}
        title={said.title}
      />
      <VerdictCard verdict={tellShared(t, report)} />
      <Section card title={t.firstCall.report.stepsTitle}>
        <StepList rows={report.steps.map((step) => tellStep(t, step))} />
      </Section>
      <Answer report={report} t={t} />
      <FactsOfCall report={report} t={t} />
    </>
  );
}
