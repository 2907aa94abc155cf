import type { JudgedField } from "@/lib/directory/desk-input";
import type { DecisionView } from "@/lib/directory/find-submission";
import type { Text } from "../../../_text/text";
import { moment } from "../../../_time";
import { Section } from "../../../_ui/section";

/** What was decided about a company before, newest first. */
export function Decisions({ decisions, t }: { decisions: DecisionView[]; t: Text }) {
  const said = t.listingDesk.submission;
  return (
    <Section title={said.earlier}>
      {decisions.length === 0 && <p>{said.earlierNone}</p>}
      {decisions.map((decision) => (
        <Decision decision={decision} key={decision.id} t={t} />
      ))}
    </Section>
  );
}

/** One decision: what, by whom, why, and the words on single fields. */
export function Decision({ decision, card, t }: { decision: DecisionView; card?: boolean; t: Text }) {
  const { fields, submission: said, directory } = t.listingDesk;
  const { name, reason, comments, by, at } = decision;
  const what = said.decidedBy(
    said.decisions[decision.decision],
    by ?? said.somebody,
    moment(at, t.language).text,
  );
  return (
    <div className={card ? "card grid gap-2" : "grid gap-1"} data-decision={decision.decision}>
      <p className="wrap-anywhere">
        <strong>{what}</strong> · {name}
      </p>
      {reason && <p className="whitespace-pre-line wrap-anywhere">{directory.why(reason)}</p>}
      {Object.entries(comments).map(([field, comment]) => (
        <p className="whitespace-pre-line wrap-anywhere" key={field}>
          {fields[field as JudgedField] ?? field}
          {t.common.colon}
          {comment}
        </p>
      ))}
    </div>
  );
}
