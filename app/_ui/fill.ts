/** A sentence with its `{placeholders}` replaced by the facts; an unknown fact becomes nothing. */
export function fill(sentence: string, facts: Record<string, string> = {}) {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => facts[name] ?? "");
}
