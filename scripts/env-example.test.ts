import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(resolve(import.meta.dirname, "..", path), "utf8");
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();

/** Set by the start itself, for the processes it runs. */
const internal = ["NEXTAUTH_URL", "PORTAL_DEV"];

it(".env.example has every setting, and no other", () => {
  const source = read("lib/env.ts");
  const start = source.indexOf("z.object({");
  const variables = source.slice(start, source.indexOf("\n});", start));
  const known = namesIn(variables, /^ {2}([A-Z_]+):/gm).filter((name) => !internal.includes(name ?? ""));
  expect(known.length).toBeGreaterThan(20);
  expect(namesIn(read(".env.example"), /^#([A-Z_]+)=/gm)).toEqual(known);
});
