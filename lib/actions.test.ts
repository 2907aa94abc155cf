import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { rights } from "./accounts/rights";

const root = resolve(import.meta.dirname, "..");

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const doorFiles = filesBelow("app").filter((file) =>
  /^\s*["']use server["']/m.test(readFileSync(join(root, file), "utf8")),
);

type Exported = { file: string; name: string; input: string; act: string; source: string };

/** Every export of a "use server" file, with the act behind it; `act` is empty when it is not made by the door. */
const exported: Exported[] = doorFiles.flatMap((file) => {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(
      /^export\s+(?:async\s+function|const|function|default|\{)\s*(\w*)([^\n]*(?:\n\s+[^\n]*)*)/gm,
    ),
  ].map(([, name = "", rest = ""]) => {
    const [, , input = "", act = ""] =
      /^\s*=\s*(action|visitorAction)\(\s*(\w+),\s*(\w+),?\s*\)/.exec(rest) ?? [];
    const from = new RegExp(`import \\{[^}]*\\b${act}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1] ?? "";
    const path = from.startsWith("@/") ? from.slice(2) : relative(root, resolve(root, dirname(file), from));
    return { file, name, input, act, source: act ? `${path}.ts` : "" };
  });
});

/** The body of an exported function, from its first line on. */
function bodyOf({ source, act }: Exported) {
  const text = readFileSync(join(root, source), "utf8");
  const start = text.search(new RegExp(`export (async )?function ${act}\\b`));
  return start < 0 ? "" : text.slice(start, start + 1500);
}

describe("server actions", () => {
  it("exist", () => {
    expect(exported.length).toBeGreaterThan(5);
  });

  it.each(exported)("$file exports $name through the door", ({ act, source }) => {
    expect(act).not.toBe("");
    expect(existsSync(join(root, source))).toBe(true);
  });

  it.each(exported)("$name asks allow first, for a right of the table", (one) => {
    const asked = /allow\(\s*\w+,\s*\w+,\s*"([^"]+)"/.exec(bodyOf(one))?.[1] ?? "";
    expect(Object.keys(rights)).toContain(asked);
  });

  it("every form's key names a right of the table, and every right an action asks for has a form", () => {
    const pages = filesBelow("app").map((file) => readFileSync(join(root, file), "utf8"));
    const calls = pages.flatMap((text) => [
      ...text.matchAll(/(?<!function )\b(?:visitorF|f)ormKey\(\s*([^,)]*)/g),
    ]);
    const named = calls.map(([, first = ""]) => /^"([^"]+)"$/.exec(first)?.[1] ?? first);
    expect(named.filter((right) => !(right in rights))).toEqual([]);
    const asked = exported.map((one) => /allow\(\s*\w+,\s*\w+,\s*"([^"]+)"/.exec(bodyOf(one))?.[1] ?? "");
    expect(asked.filter((right) => !named.includes(right))).toEqual([]);
  });

  it("every right is asked for somewhere", () => {
    const acts = filesBelow("lib").filter((file) => !file.endsWith(".test.ts"));
    const text = acts.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
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
