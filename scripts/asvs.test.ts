import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** How many requirements of each level each chapter has. */
const levels = [
  { level: "first", file: "docs/asvs.md", chapters: [8, 4, 8, 2, 4, 13, 6, 4, 4, 5, 3, 3, 1, 2, 3, 0, 0] },
  {
    level: "second",
    file: "docs/asvs-level-2.md",
    chapters: [19, 7, 11, 8, 5, 22, 12, 3, 3, 24, 11, 6, 12, 7, 10, 16, 7],
  },
].map((one) => ({ ...one, ...readAnswers(one.file) }));

function readAnswers(file: string) {
  const text = readFileSync(join(root, file), "utf8");
  const rows = [
    ...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/gm),
  ].map(([, id = "", asks = "", answer = "", how = "", shown = ""]) => ({ id, asks, answer, how, shown }));
  return { text, rows };
}

const inOrder = (a: string, b: string) => {
  const [one = [], other = []] = [a, b].map((id) => id.split(".").map(Number));
  const at = one.findIndex((number, index) => number !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
};

it.each(levels)("every requirement of the $level level is answered once", ({ text, rows, chapters }) => {
  const ids = rows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort(inOrder));
  const counts = chapters.map((_, index) => ids.filter((id) => id.startsWith(`${index + 1}.`)).length);
  expect(counts).toEqual(chapters);
  // What begins like a row is one, and stands in the chapter of its number.
  expect(text.match(/^\| \d/gm)).toHaveLength(ids.length);
  const places = text.split(/^## /m).slice(1);
  for (const place of places)
    for (const [, chapter] of place.matchAll(/^\| (\d+)\./gm))
      expect(place).toMatch(RegExp(`^${chapter}\\. `));
  for (const { answer, how } of rows) {
    expect(["yes", "no", "does not apply"]).toContain(answer);
    expect(how.length).toBeGreaterThan(5);
  }
});

it.each(levels)("the answers of the $level level are counted right", ({ text, rows }) => {
  const count = (answer: string) => rows.filter((row) => row.answer === answer).length;
  expect(text).toContain(`${count("yes")} yes, ${count("does not apply")} do not apply, ${count("no")} no.`);
});

it("no requirement stands in both levels", () => {
  const ids = levels.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids).toHaveLength(70 + 183);
  expect(new Set(ids).size).toBe(ids.length);
});

const all = levels.flatMap(({ rows }) => rows);

it.each(all.filter(({ answer }) => answer === "yes"))("$id names tests that are there", ({ shown }) => {
  expect([...shown.matchAll(/`([^`]+)` "([^"]+)"/g)].length).toBeGreaterThan(0);
});

// A "no" may name what there is in part.
it.each(all.filter(({ shown }) => shown.trim()))("$id names no test that is gone", ({ shown }) => {
  for (const [, file = "", title = ""] of shown.matchAll(/`([^`]+)` "([^"]+)"/g)) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(readFileSync(join(root, file), "utf8"), `${title} in ${file}`).toContain(title);
  }
});
