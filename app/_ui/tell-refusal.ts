import type { LimitName, Refusal, RefusalCode } from "@/lib/result";
import { fill } from "./fill";

export type RefusalTexts = {
  refusals: Record<RefusalCode, string>;
  limits: Record<LimitName, string>;
};

/** A refusal's sentence, with its facts; a limit or rule with words of its own is said in those. */
export function tellRefusal(
  { refusals, limits }: RefusalTexts,
  { code, facts }: Pick<Refusal, "code" | "facts">,
) {
  const hasOwn = code === "limit" || code === "not_allowed";
  const own = hasOwn ? limits[facts?.limit as LimitName] : undefined;
  return fill(own ?? refusals[code], facts);
}
