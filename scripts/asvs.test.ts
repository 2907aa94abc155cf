import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const text = readFileSync(join(root, "docs/asvs.md"), "utf8");
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/gm)].map(
  ([, id = "", asks = "", answer = "", how = "", shown = ""]) => ({ id, asks, answer, how, shown }),
);
/** How many requirements of the first level each chapter has. */
const chapters = [8, 4, 8, 2, 4, 13, 6, 4, 4, 5, 3, 3, 1, 2, 3];

it("every requirement of the first level is answered once", () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(70);
  expect(rows).toHaveLength(70);
  const counts = chapters.map((_, index) => rows.filter(({ id }) => id.startsWith(`${index + 1}.`)).length);
  expect(counts).toEqual(chapters);
  for (const { answer, how } of rows) {
    expect(["yes", "no", "does not apply"]).toContain(answer);
    expect(how.length).toBeGreaterThan(5);
  }
});

it.each(rows.filter(({ answer }) => answer === "yes"))("$id names tests that are there", ({ shown }) => {
  const named = [...shown.matchAll(/`([^`]+)` "([^"]+)"/g)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, file = "", title = ""] of named) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(readFileSync(join(root, file), "utf8"), `${title} in ${file}`).toContain(title);
  }
});
