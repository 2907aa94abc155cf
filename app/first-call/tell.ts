import type { Viewer } from "@/lib/accounts/find-actor";
import type { Report } from "@/lib/first-call/report";
import type { Facts, StepReport } from "@/lib/first-call/step";
import { type Confidence, isGood, lampOf, rowOf } from "@/lib/first-call/verdicts";
import type { Language } from "@/lib/language";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { askHref, type Told, waysOf } from "./fix";
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

/**
 * A verdict in plain strings, with the ways out for this reader; of a report, or of what somebody pasted. `seen` are
 * further lines that prove it, masked already.
 */
export function tellVerdict(
  t: Text,
  told: Told | Report,
  viewer: Viewer | null,
  seen: string[] = [],
): VerdictWords {
  const { verdict, clientId, sellerId, facts: known } = told;
  const said = t.firstCall.verdicts[verdict];
  const facts = { ...inWords(known, t.language), clientId, sellerId };
  const { owner, pasted, confidence } = rowOf(verdict);
  const [fix, ...others] = waysOf(t, told, viewer);
  const isPasted = "isPasted" in told;
  const turn = isPasted && pasted ? pasted : owner;
  const sure = isConfidence(known.confidence) ? known.confidence : confidence;
  const help = helpOf(t, told, viewer);
  // A pasted text is no call of a client that the chain knows.
  const lamp = isPasted ? null : lampOf(verdict);
  return {
    code: verdict,
    title: said.title,
    confidence: isGood(verdict) ? "" : t.diagnosis.confidence[sure],
    happened: withFacts(said.happened?.(facts), said.seen),
    why: withFacts(said.because?.(facts), said.why),
    todo: isGood(verdict) ? "" : said.todo,
    todoTitle: t.diagnosis.todoTitle,
    evidence: isGood(verdict) ? [] : [...evidenceOf(t, facts), ...seen],
    evidenceTitle: t.diagnosis.evidenceTitle,
    owner: t.firstCall.owners[turn],
    lamp: lamp ? t.diagnosis.lamp(t.chain.lamps[lamp]) : "",
    fix,
    others,
    help: [fix, ...others].some(({ href }) => href === help?.href) ? undefined : help,
  };
}

/** A shared report's verdict: its ways out are those that are open to anybody. */
export function tellShared(t: Text, report: Report): VerdictWords {
  const { explain, tester } = t.diagnosis.fixes;
  return {
    ...tellVerdict(t, report, null),
    fix: { href: `/guide/errors/${report.verdict}`, label: explain },
    others: [{ href: "/first-call", label: tester }],
    help: undefined,
  };
}

/** Of a paste less is known than of a call: where a sentence lacks a fact, the one for everybody stands. */
const withFacts = (text: string | undefined, general: string) =>
  text === undefined || /\bundefined\b/.test(text) ? general : text;

const isConfidence = (word?: string): word is Confidence => word === "certain" || word === "likely";

/** Help with what went wrong, but for those who help themselves. */
function helpOf(t: Text, told: Told, viewer: Viewer | null) {
  if (isGood(told.verdict) || viewer?.organisation.kind === "operator") return undefined;
  return { href: askHref(told), label: t.help.link };
}

/** The facts that prove something, in words. */
function evidenceOf(t: Text, facts: Facts) {
  const lines: [string, (value: string) => string][] = Object.entries(t.diagnosis.evidence);
  return lines.flatMap(([name, line]) => (facts[name] ? [line(facts[name])] : []));
}

/** Times stand among the facts as machines write them. */
function inWords(facts: Facts, language: Language): Facts {
  const entries = Object.entries(facts);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name.endsWith("At") ? moment(value, language).text : value]),
  );
}
