import type { Report } from "@/lib/first-call/report";
import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { CodeBlock } from "../_ui/code-block";
import { KeyValue } from "../_ui/key-value";
import { Section } from "../_ui/section";
import { Time } from "../_ui/time";
import { readable } from "./readable";

/** The answer that decided, as text and as nothing else. */
export function Answer({ t, report: { answer } }: { t: Text; report: Report }) {
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

/** What was called, and when. */
export function FactsOfCall({ t, report }: { t: Text; report: Report }) {
  const { report: said, scenarios, clientId, sellerId, operation, scenario } = t.firstCall;
  const traceId = report.answer?.traceId;
  return (
    <Section card title={said.factsTitle}>
      <KeyValue
        pairs={[
          { label: said.when, value: <Time at={moment(report.at, t.language)} /> },
          { label: clientId, value: report.clientId, copy: copyTexts(t, clientId) },
          { label: sellerId, value: report.sellerId, copy: copyTexts(t, sellerId) },
          { label: operation, value: t.reference.operations[report.operation].title },
          ...(report.scenario ? [{ label: scenario, value: scenarios[report.scenario] }] : []),
          ...(traceId ? [{ label: said.traceId, value: traceId, copy: copyTexts(t, said.traceId) }] : []),
        ]}
      />
    </Section>
  );
}
