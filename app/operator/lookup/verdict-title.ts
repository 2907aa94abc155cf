import type { Text } from "../../_text/text";

/** A stored verdict in words; one of an older release by its code. */
export function verdictTitle(code: string, t: Text) {
  const verdicts: Record<string, { title: string }> = t.firstCall.verdicts;
  return verdicts[code]?.title ?? code;
}
