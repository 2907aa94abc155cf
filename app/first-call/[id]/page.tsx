import * as chevronDown from "lucide-react/icons/chevron-down";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findActor, findVisitor } from "@/lib/accounts/find-actor";
import { curlLines } from "@/lib/first-call/curl-lines";
import { findReport } from "@/lib/first-call/find-report";
import type { Report } from "@/lib/first-call/report";
import { copyTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { Glyph } from "../../_ui/glyph";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { againHref } from "../fix";
import { Answer, FactsOfCall } from "../report-parts";
import { reportText } from "../report-text";
import { StepList } from "../step-list";
import { tellStep, tellVerdict } from "../tell";
import { VerdictCard } from "../verdict-card";
import { Share } from "./share";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).firstCall.report.title };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function FirstCallReportPage({ params, searchParams }: Props) {
  const [t, { id }, viewer, { visitorId }] = [
    await text(),
    await params,
    await findActor(),
    await findVisitor(),
  ];
  const { done } = await searchParams;
  const report = await findReport(id, { viewer, visitorId });
  if (!report) notFound();
  const said = t.firstCall;
  const again = (
    <ButtonLink href={againHref(report)} variant="secondary">
      {said.report.again}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        actions={again}
        back={{ href: "/first-call", label: said.report.back }}
        lead={said.report.lead(report.sellerId)}
        title={said.report.title}
      />
      <VerdictCard verdict={tellVerdict(t, report, viewer)} />
      {report.starter && (
        <Notice>
          <p>{said.starter.used(report.clientId, report.sellerId)}</p>
        </Notice>
      )}
      <Section card title={said.report.stepsTitle}>
        <StepList rows={report.steps.map((step) => tellStep(t, step))} />
      </Section>
      <Answer report={report} t={t} />
      {!report.starter && <Request report={report} t={t} />}
      <FactsOfCall report={report} t={t} />
      <AsText report={report} t={t} />
      {viewer && !report.starter && <Share done={done} id={report.id} t={t} viewer={viewer} />}
    </>
  );
}

function Request({ t, report }: { t: Text; report: Report }) {
  const said = t.firstCall.report;
  const lines = curlLines(report);
  return (
    <Section intro={<p>{said.requestHint}</p>} title={said.requestTitle}>
      <CodeBlock code={lines.token} copy={copyTexts(t, said.tokenRequest)} label={said.tokenRequest} />
      <CodeBlock code={lines.call} copy={copyTexts(t, said.callRequest)} label={said.callRequest} />
    </Section>
  );
}

function AsText({ t, report }: { t: Text; report: Report }) {
  const said = t.diagnosis.asText;
  return (
    <details className="fold">
      <summary className="button button-secondary">
        {said.title}
        <Glyph of={chevronDown} />
      </summary>
      <div className="fold-body">
        <p>{said.hint}</p>
        <CodeBlock code={reportText(t, report)} copy={copyTexts(t, said.title)} label={said.title} prose />
      </div>
    </details>
  );
}
