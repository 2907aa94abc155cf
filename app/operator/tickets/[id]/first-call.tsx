import { findReportOf } from "@/lib/first-call/find-report-of";
import type { Text } from "../../../_text/text";
import { moment } from "../../../_time";
import { CodeBlock } from "../../../_ui/code-block";
import { Section } from "../../../_ui/section";
import { StepList } from "../../../first-call/step-list";
import { tellStep, tellVerdict } from "../../../first-call/tell";

type Props = { id: string; organisationId: string; t: Text };

/** The redacted report of the first call that a ticket is about, as its organisation sees it. */
export async function FirstCall({ id, organisationId, t }: Props) {
  const said = t.ticketDesk.ticket;
  const report = await findReportOf(organisationId, id);
  if (!report) {
    return (
      <Section card id="first-call" title={said.report}>
        <p className="text-muted">{said.reportGone}</p>
      </Section>
    );
  }
  const { title, happened, why, code } = tellVerdict(t, report, null);
  const { answer } = report;
  const head =
    answer &&
    t.firstCall.report.answerHead(
      t.firstCall.report.answerFrom[answer.from],
      answer.status,
      answer.contentType,
    );
  return (
    <Section card id="first-call" title={said.report}>
      <p data-verdict={code}>
        <strong>{title}</strong> · {moment(report.at, t.language).text}
      </p>
      <p className="wrap-anywhere">{happened}</p>
      <p>{why}</p>
      <StepList rows={report.steps.map((step) => tellStep(t, step))} />
      {answer?.body && head && <CodeBlock code={answer.body} label={head} />}
    </Section>
  );
}
