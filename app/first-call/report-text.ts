import type { Report } from "@/lib/first-call/report";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { tellStep, tellVerdict } from "./tell";

/** A report in plain lines, to paste into a ticket or a message. */
export function reportText(t: Text, report: Report) {
  const said = t.diagnosis.asText;
  const { firstCall, diagnosis } = t;
  const verdict = tellVerdict(t, report, null);
  const lines = [
    said.head(verdict.title, verdict.code),
    verdict.happened,
    verdict.why,
    "",
    said.fact(firstCall.report.when, moment(report.at, t.language).text),
    said.fact(firstCall.clientId, report.clientId),
    said.fact(firstCall.sellerId, report.sellerId),
    said.fact(firstCall.operation, report.callUrl),
    report.answer?.traceId ? said.fact(firstCall.report.traceId, report.answer.traceId) : null,
    "",
    ...report.steps.map((step) => stepLine(t, step)),
    ...(verdict.evidence.length > 0 ? ["", diagnosis.evidenceTitle, ...verdict.evidence] : []),
  ];
  return lines.filter((line) => line !== null).join("\n");
}

function stepLine(t: Text, step: Report["steps"][number]) {
  const { label, word, time, note } = tellStep(t, step);
  return t.diagnosis.asText.fact(label, [word, time, note].filter(Boolean).join(", "));
}
