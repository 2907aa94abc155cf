import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { findMutants, wound } from "./find-mutants";
import { targets } from "./targets";

const root = resolve(import.meta.dirname, "..");
const source = `import { a } from "b===c";
// a === b
export function may(x: number) {
  if (!x) return null;
  if (x <= 10 && x !== 3) return /a&&b/.test("x===y");
  await tell(x);
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
    [6, "await tell(x);", ""],
    [8, "eq(x, 1),", ""],
    [8, "1", "2"],
  ]);
});

it("puts one fault in, and leaves the rest", () => {
  const turned = findMutants(source).find(({ found }) => found === "!==");
  expect(turned && wound(source, turned)).toBe(source.replace("x !== 3", "x === 3"));
});

it.each(Object.entries(targets))(
  "%s and its tests are there, and there is something to wound",
  (file, tests) => {
    for (const path of tests) expect(existsSync(resolve(root, path)), path).toBe(true);
    expect(findMutants(readFileSync(resolve(root, file), "utf8")).length).toBeGreaterThan(0);
  },
);
