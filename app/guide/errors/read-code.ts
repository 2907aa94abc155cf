import { isVerdict, type VerdictCode } from "@/lib/first-call/verdicts";
import type { Text } from "../../_text/text";
import { isProblem, type ProblemCode, problems } from "./problems";

/** What a page about one code says. */
export type CodeWords = {
  code: string;
  title: string;
  /** How it shows. */
  seen: string;
  why: string;
  todo: string;
  /** The diagnosis behind it: of a code of the Seller API another page, else itself. */
  verdict: VerdictCode | null;
};

/** A diagnosis or a code of the Seller API in words; null for anything else. */
export function readCode(t: Text, code: string): CodeWords | null {
  if (isVerdict(code)) return { ...ofVerdict(t, code), code, verdict: code };
  return isProblem(code) ? ofProblem(t, code) : null;
}

function ofVerdict(t: Text, verdict: VerdictCode) {
  const { title, seen, why, todo } = t.firstCall.verdicts[verdict];
  return { title, seen, why, todo };
}

function ofProblem(t: Text, code: ProblemCode): CodeWords {
  const { status, verdict }: { status: number; verdict?: VerdictCode } = problems[code];
  const seen = t.errorsGuide.answers(status, code);
  if (verdict) return { ...ofVerdict(t, verdict), seen, code, verdict };
  const lone: Record<string, { title: string; why: string; todo: string }> = t.errorsGuide.problems;
  const said = lone[code];
  return said
    ? { ...said, seen, code, verdict: null }
    : { title: code, why: "", todo: "", seen, code, verdict: null };
}
