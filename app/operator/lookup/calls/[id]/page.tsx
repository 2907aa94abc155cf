import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/accounts/find-actor";
import { lookAtCall } from "@/lib/first-call/look-at-call";
import { text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { CodeBlock } from "../../../../_ui/code-block";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { StepList } from "../../../../first-call/step-list";
import { tellStep, tellVerdict } from "../../../../first-call/tell";
import { requireOperator } from "../../../require-operator";

type Props = { params: Promise<{ id: string }> };

/** One look for head and body of the page, and so one event. */
const look = cache((viewer: Viewer, id: string) => lookAtCall(viewer, id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await look(await requireOperator(), (await params).id);
  return found ? { title: (await text()).lookup.calls.report } : {};
}

/** The redacted report of a first call, as whoever made it sees it. */
export default async function CallLookPage({ params }: Props) {
  const found = await look(await requireOperator(), (await params).id);
  if (!found) notFound();
  const t = await text();
  const said = t.lookup;
  const { report, organisation } = found;
  const { title, happened, why, code } = tellVerdict(t, report, null);
  const { answer } = report;
  const { report: words } = t.firstCall;
  const head = answer && words.answerHead(words.answerFrom[answer.from], answer.status, answer.contentType);
  return (
    <>
      <PageHeader back={{ href: "/operator/lookup", label: said.back }} title={said.calls.report} />
      {report.starter && <Notice>{said.calls.visitor}</Notice>}
      <Section card title={title}>
        <p className="wrap-anywhere" data-verdict={code}>
          {happened}
        </p>
        <p>{why}</p>
      </Section>
      <KeyValue
        pairs={[
          ...(organisation
            ? [
                {
                  label: said.facts.organisation,
                  value: (
                    <a className="link" href={`/operator/lookup/organisations/${organisation.id}`}>
                      {organisation.name}
                    </a>
                  ),
                },
              ]
            : []),
          { label: "clientId", value: report.clientId },
          { label: "SellerId", value: report.sellerId },
          { label: words.when, value: moment(report.at, t.language).text },
          ...(answer?.traceId ? [{ label: words.traceId, value: answer.traceId }] : []),
        ]}
      />
      <Section card title={said.calls.steps}>
        <StepList rows={report.steps.map((step) => tellStep(t, step))} />
      </Section>
      {answer?.body && head && (
        <Section title={words.answerTitle}>
          <CodeBlock code={answer.body} label={head} />
        </Section>
      )}
    </>
  );
}
