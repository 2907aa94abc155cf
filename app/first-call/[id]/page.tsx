import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findActor, findVisitor } from "@/lib/accounts/find-actor";
import { curlLines } from "@/lib/first-call/curl-lines";
import { findReport } from "@/lib/first-call/find-report";
import type { Report } from "@/lib/first-call/report";
import { copyTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { moment } from "../../_time";
import { ButtonLink } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Time } from "../../_ui/time";
import { againHref } from "../fix";
import { StepList } from "../step-list";
import { tellStep, tellVerdict } from "../tell";
import { VerdictCard } from "../verdict-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).firstCall.report.title };
}

export default async function FirstCallReportPage({ params }: { params: Promise<{ id: string }> }) {
  const [t, { id }, viewer, { visitorId }] = [
    await text(),
    await params,
    await findActor(),
    await findVisitor(),
  ];
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
    </>
  );
}

function Answer({ t, report: { answer } }: { t: Text; report: Report }) {
  const said = t.firstCall.report;
  if (!answer) return null;
  const head = said.answerHead(said.answerFrom[answer.from], answer.status, answer.contentType);
  return (
    <Section intro={answer.cut && <p>{said.answerCut}</p>} title={said.answerTitle}>
      {answer.body ? (
        <CodeBlock code={readable(answer.body)} label={head} />
      ) : (
        <p>{`${head}: ${said.answerEmpty}`}</p>
      )}
    </Section>
  );
}

/** JSON with line breaks, where it is JSON; everything else exactly as it came. */
function readable(body: string) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
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

function FactsOfCall({ t, report }: { t: Text; report: Report }) {
  const { report: said, operations, scenarios, clientId, sellerId, operation, scenario } = t.firstCall;
  const traceId = report.answer?.traceId;
  return (
    <Section card title={said.factsTitle}>
      <KeyValue
        pairs={[
          { label: said.when, value: <Time at={moment(report.at, t.language)} /> },
          { label: clientId, value: report.clientId, copy: copyTexts(t, clientId) },
          { label: sellerId, value: report.sellerId, copy: copyTexts(t, sellerId) },
          { label: operation, value: operations[report.operation] },
          ...(report.scenario ? [{ label: scenario, value: scenarios[report.scenario] }] : []),
          ...(traceId ? [{ label: said.traceId, value: traceId, copy: copyTexts(t, said.traceId) }] : []),
        ]}
      />
    </Section>
  );
}
