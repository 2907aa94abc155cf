const exclusive =
  /^\s*(?:ALTER TABLE(?: IF EXISTS)?(?: ONLY)?|CREATE POLICY \S+ ON|DROP POLICY \S+ ON|DROP TRIGGER \S+ ON|DROP TABLE)\s+"?(\w+)"?/i;
const shared =
  /^\s*(?:CREATE (?:UNIQUE )?INDEX (?:\S+ )?ON|CREATE TRIGGER .*? ON|UPDATE|DELETE FROM)\s+"?(\w+)"?|\bREFERENCES "?(?:public"?\.)?"?(\w+)"?/gi;

/**
 * The tables that a migration changes, and those that nobody may write meanwhile, out of its own text: with all of
 * these locks in its hand from the start it never waits for one while it holds another for long.
 */
export function locksOf(statements: string[]): { exclusive: string[]; shared: string[] } {
  const bare = statements.map((statement) => statement.replace(/--.*$/gm, "").trim());
  const changed = new Set(bare.flatMap(changedBy));
  const kept = new Set(
    bare.flatMap((statement) =>
      [...statement.matchAll(shared)].map(([, first, second]) => first ?? second ?? ""),
    ),
  );
  return { exclusive: [...changed].sort(), shared: [...kept].filter((name) => !changed.has(name)).sort() };
}

/** A block makes its statements as it runs: whatever it names counts. Names of no table are nobody's lock. */
function changedBy(statement: string) {
  if (/^DO\b/i.test(statement)) return statement.match(/\w+/g) ?? [];
  return exclusive.exec(statement)?.[1] ?? [];
}
