import type { Viewer } from "@/lib/accounts/find-actor";
import type { Report } from "@/lib/first-call/report";
import type { Facts, StepReport } from "@/lib/first-call/step";
import { verdicts } from "@/lib/first-call/verdicts";
import type { Language } from "@/lib/language";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { fixOf } from "./fix";
import type { StepRow } from "./step-list";
import type { VerdictWords } from "./verdict-card";

/** One step in plain strings, for the page and for the line that goes to the browser. */
export function tellStep(t: Text, { step, state, code, ms, facts }: StepReport): StepRow {
  const said = t.firstCall;
  const note = state === "ok" ? (said.notes[step]?.(facts) ?? "") : "";
  const failed = state === "failed" && code ? said.verdicts[code].title : "";
  const timed = state === "ok" || state === "failed";
  return {
    step,
    state,
    code: code ?? undefined,
    label: said.steps[step],
    word: said.states[state],
    time: timed ? said.milliseconds(ms) : "",
    note: failed || note,
  };
}

/** The verdict in plain strings, with the one page that mends it for this reader. */
export function tellVerdict(t: Text, report: Report, viewer: Viewer | null): VerdictWords {
  const { verdict, clientId, sellerId } = report;
  const said = t.firstCall.verdicts[verdict];
  const facts = { ...inWords(report.facts, t.language), clientId, sellerId };
  return {
    code: verdict,
    title: said.title,
    happened: said.happened(facts),
    why: said.why(facts),
    owner: t.firstCall.owners[verdicts[verdict].owner],
    fix: fixOf(t, report, viewer),
  };
}

/** Times stand among the facts as machines write them. */
function inWords(facts: Facts, language: Language): Facts {
  const entries = Object.entries(facts);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name.endsWith("At") ? moment(value, language).text : value]),
  );
}
