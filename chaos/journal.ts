/** What happened in a run, as seen from the outside: only what was answered counts as done. */
export type Journal = ReturnType<typeof makeJournal>;

/** An empty one. */
export function makeJournal() {
  const acknowledged = new Map<string, number>();
  const refused = new Map<string, number>();
  const violations: string[] = [];
  const add = (counts: Map<string, number>, name: string, more = 1) =>
    counts.set(name, (counts.get(name) ?? 0) + more);
  return {
    acknowledged,
    refused,
    violations,
    /** Answers that were lost on the way: what they would have said is unknown. */
    lost: 0,
    /** Calls of the Seller API that began after the answer to an unlink, and how many of them were let in. */
    afterUnlink: { calls: 0, accepted: 0 },
    /** Answers of API paths that were no JSON. */
    html: 0,
    acknowledge: (what: string, more?: number) => add(acknowledged, what, more),
    refuse: (what: string) => add(refused, what),
    /** Something that must never be. */
    violate(what: string) {
      violations.push(`${new Date().toISOString()} ${what}`);
    },
  };
}

/** The sum of counts by name. */
export const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

/** The value that so great a share of the values does not exceed; 0 of none. */
export function percentile(values: number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
