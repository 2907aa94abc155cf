import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Right } from "./accounts/rights";

const root = resolve(import.meta.dirname, "..");

/** Every TypeScript file below a folder of the project. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

export const read = (file: string) => readFileSync(join(root, file), "utf8");

const doorFiles = filesBelow("app").filter((file) => /^\s*["']use server["']/m.test(read(file)));

/** An export of a "use server" file, with the act behind it; `act` is empty when it is not made by the door. */
export type Exported = {
  file: string;
  name: string;
  door: "action" | "visitorAction" | "";
  input: string;
  act: string;
  /** Where the act lies, and where what it takes is described. */
  source: string;
  inputSource: string;
  /** The right that the act asks for; empty where it asks for none. */
  right: Right | "";
};

/** Every server action there is. */
export const exported: Exported[] = doorFiles.flatMap((file) => {
  const text = read(file);
  const sourceOf = (name: string) => {
    const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1] ?? "";
    return `${from.startsWith("@/") ? from.slice(2) : relative(root, resolve(root, dirname(file), from))}.ts`;
  };
  return [
    ...text.matchAll(
      /^export\s+(?:async\s+function|const|function|default|\{)\s*(\w*)([^\n]*(?:\n\s+[^\n]*)*)/gm,
    ),
  ].map(([, name = "", rest = ""]): Exported => {
    const [, door = "", input = "", act = ""] =
      /^\s*=\s*(action|visitorAction)\(\s*(\w+),\s*(\w+),?\s*\)/.exec(rest) ?? [];
    const sources = act
      ? { source: sourceOf(act), inputSource: sourceOf(input) }
      : { source: "", inputSource: "" };
    const right = act ? askedRight(bodyOf(sources.source, act)) : "";
    return { file, name, door: door as Exported["door"], input, act, ...sources, right };
  });
});

/** The body of an exported function, from its first line on. */
function bodyOf(source: string, act: string) {
  const text = read(source);
  const start = text.search(new RegExp(`export (async )?function ${act}\\b`));
  return start < 0 ? "" : text.slice(start, start + 1500);
}

function askedRight(body: string) {
  return (/allow\(\s*\w+,\s*\w+,\s*"([^"]+)"/.exec(body)?.[1] ?? "") as Right | "";
}
