import type { Report } from "./report";
import type { Facts, StepReport } from "./step";
import type { VerdictCode } from "./verdicts";

/** What the wire says where the portal knew more. */
const onTheWire: Partial<Record<VerdictCode, VerdictCode>> = {
  "token.secret_retired": "token.secret_wrong",
  "token.secret_is_fingerprint": "token.secret_wrong",
  "token.encoded": "token.secret_wrong",
  "token.client_suspended": "token.client_unknown",
  "token.swapped": "token.client_unknown",
  "seller.pending": "seller.not_linked",
  "seller.declined": "seller.not_linked",
  "seller.ended": "seller.not_linked",
  "seller.other_client": "seller.not_linked",
};

/** The facts that the two servers themselves told; everything else only members know. */
const told = new Set(
  "status error detail cause host location allow why field fields names issuer expectedIssuer audience role roles claim offSeconds waitSeconds comeBackAt unsafe twice revoked lifeSeconds opaque signature".split(
    " ",
  ),
);

/** A report for people outside: exactly what the wire said, and nothing of the seller's data. */
export function redactReport(report: Report): Report {
  // What was sent along is the seller's business, too.
  const { answer, body: _body, headers: _headers, ...rest } = report;
  const verdict = wireCode(report.verdict);
  return {
    ...rest,
    id: "",
    callUrl: report.callUrl.replace(/\?.*$/s, ""),
    verdict,
    facts: wireFacts(report.facts),
    steps: report.steps.map(wireStep),
    // A good answer is the seller's data; only a refusal may be shown to others.
    answer: answer && answer.status >= 400 ? answer : null,
  };
}

const wireCode = (code: VerdictCode) => onTheWire[code] ?? code;

const wireFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => told.has(name)));

const wireStep = (step: StepReport): StepReport => ({
  ...step,
  code: step.code && wireCode(step.code),
  facts: wireFacts(step.facts),
});
