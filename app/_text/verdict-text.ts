import type { Facts } from "@/lib/first-call/step";

/** What a verdict's sentences may need: the step's facts, with times in words, and what was called. */
export type VerdictFacts = Facts & { clientId: string; sellerId: string };

/** One diagnosis in words: how it shows, why it most likely is so, and what to do; the same for everybody. */
export type VerdictText = {
  title: string;
  seen: string;
  why: string;
  todo: string;
  /** What this very call taught, in place of `seen`. */
  happened?: (f: VerdictFacts) => string;
  /** The cause as far as this very call shows it, in place of `why`. */
  because?: (f: VerdictFacts) => string;
};
