import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What one file of tests said about one fault; `at` and `put` name the fault within its source. */
export type Verdict = {
  file: string;
  source: string;
  at: number;
  put: string;
  test: string;
  tests: string;
  felt: boolean;
};
/** Which files are to be wounded for each file of tests, at how many places, and where each fault is to be checked. */
export type Plan = { work: Record<string, string[]>; careful: string[]; most?: number };

export const folder = resolve(".cache/mutants");
const kept = resolve(folder, "verdicts.jsonl");

/** A short name of what stands in a file now. */
export function hashFile(path: string) {
  return createHash("sha256").update(readFileSync(path)).digest("base64url").slice(0, 12);
}

/** Keeps a verdict; several processes may do so at once. */
export function keepVerdict(verdict: Verdict) {
  mkdirSync(dirname(kept), { recursive: true });
  appendFileSync(kept, `${JSON.stringify(verdict)}\n`);
}

/**
 * What is known so far about the sources as they stand. That a fault was felt counts until its file changes, that it
 * was not until the tests do: only more tests can mend that.
 */
export function readVerdicts() {
  const hashes = new Map<string, string>();
  const now = (path: string) => {
    const known = hashes.get(path) ?? (existsSync(path) ? hashFile(path) : "");
    hashes.set(path, known);
    return known;
  };
  const lines = existsSync(kept) ? readFileSync(kept, "utf8").split("\n").filter(Boolean) : [];
  const all = lines.map((line) => JSON.parse(line) as Verdict);
  return all.filter(
    (one) => one.source === now(one.file) && now(one.test) && (one.felt || one.tests === now(one.test)),
  );
}
