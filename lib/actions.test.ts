import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { rights } from "./accounts/rights";
import { exported, filesBelow, read } from "./actions.testing";

const root = resolve(import.meta.dirname, "..");

describe("server actions", () => {
  it("exist", () => {
    expect(exported.length).toBeGreaterThan(5);
  });

  it.each(exported)("$file exports $name through the door", ({ act, source }) => {
    expect(act).not.toBe("");
    expect(existsSync(join(root, source))).toBe(true);
  });

  it.each(exported)("$name asks allow first, for a right of the table", ({ right }) => {
    expect(Object.keys(rights)).toContain(right);
  });

  it("every form's key names a right of the table, and every right an action asks for has a form", () => {
    const pages = filesBelow("app").map(read);
    const calls = pages.flatMap((text) => [
      ...text.matchAll(/(?<!function )\b(?:visitorF|f)ormKey\(\s*([^,)]*)/g),
    ]);
    const named = calls.map(([, first = ""]) => /^"([^"]+)"$/.exec(first)?.[1] ?? first);
    expect(named.filter((right) => !(right in rights))).toEqual([]);
    expect(exported.filter(({ right }) => !named.includes(right))).toEqual([]);
  });

  it("every right is asked for somewhere", () => {
    const acts = filesBelow("lib").filter((file) => !file.endsWith(".test.ts"));
    const text = acts.map(read).join("\n");
    const unused = Object.keys(rights).filter((right) => !new RegExp(`allow\\([^)]*"${right}"`).test(text));
    expect(unused).toEqual([]);
  });

  it("no build contains an action that is not listed here", () => {
    const manifests = [".next", ".next-test"].map((dir) =>
      join(root, dir, "server/server-reference-manifest.json"),
    );
    // `npm test` builds first; a file run by hand on a fresh clone has nothing to look at yet.
    if (process.env.NEXT_DIST_DIR) expect(manifests.some(existsSync)).toBe(true);
    const known = new Set(exported.map(({ name }) => name));
    for (const manifest of manifests.filter(existsSync)) {
      const { node } = JSON.parse(readFileSync(manifest, "utf8")) as {
        node: Record<string, { exportedName?: string }>;
      };
      const strangers = Object.values(node).filter(
        ({ exportedName }) => exportedName && !known.has(exportedName),
      );
      expect(strangers).toEqual([]);
    }
  });
});
