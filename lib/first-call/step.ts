import type { VerdictCode } from "./verdicts";

/** The steps of a first call, in the order they are taken. `tls` is taken where an address is https only. */
export type StepName = "settings" | "dns" | "tls" | "token" | "claims" | "call" | "shape";

/** What was learned on the way: short texts, never a secret or a token. */
export type Facts = Record<string, string>;

/** What a judge says of one step: `ok`, or the diagnosis that ends the run. */
export type Judgement = { code: VerdictCode; facts: Facts };

/** One step as it is told: first `running`, then how it ended and after how many milliseconds. */
export type StepReport = {
  step: StepName;
  state: "running" | "ok" | "failed" | "skipped";
  code: VerdictCode | null;
  ms: number;
  facts: Facts;
};

/** A step went well. */
export const fine = (facts: Facts = {}): Judgement => ({ code: "ok", facts });
