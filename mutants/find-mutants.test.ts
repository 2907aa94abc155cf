import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { equivalents } from "./equivalents";
import { findMutants, wound } from "./find-mutants";
import { targets } from "./targets";

const root = resolve(import.meta.dirname, "..");
const source = `import { a } from "b===c";
// a === b
export function may(x: number) {
  if (!x) return null;
  if (x <= 10 && x !== 3) return /a&&b/.test("x===y");
  await tell(x, 3_600);
  const kept: { ok: true; status: 429 | 503 } = tell(x);
  return and(
    eq(x, 1),
  );
}
`;

it("finds what can be wounded, and nothing in words", () => {
  const found = findMutants(source).map((one) => [one.line, one.found.trim(), one.put.trim()]);
  expect(found).toEqual([
    [4, "!", ""],
    [4, "!x", "false"],
    [5, "x <= 10 && x !== 3", "false"],
    [5, "<=", "<"],
    [5, "10", "11"],
    [5, "&&", "||"],
    [5, "!==", "==="],
    [5, "3", "4"],
    [6, "await tell(x, 3_600);", ""],
    [6, "3_600", "7200"],
    [9, "eq(x, 1),", ""],
    [9, "1", "2"],
  ]);
});

it("puts one fault in, and leaves the rest", () => {
  const turned = findMutants(source).find(({ found }) => found === "!==");
  expect(turned && wound(source, turned)).toBe(source.replace("x !== 3", "x === 3"));
});

it("every target and its tests are there, and there is something to wound", () => {
  for (const [file, tests] of Object.entries(targets)) {
    for (const path of [file, ...tests]) expect(existsSync(resolve(root, path)), path).toBe(true);
    expect(findMutants(readFileSync(resolve(root, file), "utf8")).length, file).toBeGreaterThan(0);
  }
});

it("every fault that is said to change nothing is one of its file's", () => {
  for (const { file, line, put } of equivalents) {
    const lines = readFileSync(resolve(root, file), "utf8").split("\n");
    const faults = findMutants(lines.join("\n")).filter((one) => lines[one.line - 1]?.includes(line));
    expect(
      faults.map((one) => one.put.trim()),
      `${file}: ${line}`,
    ).toContain(put);
    expect(targets, file).toHaveProperty([file]);
  }
});
