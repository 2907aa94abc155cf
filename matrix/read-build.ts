import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** Where the sources lie. */
export const root = resolve(import.meta.dirname, "..");

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

/** A page, which is read, or a route handler with the methods that it takes. */
export type Door = { path: string; kind: "page" | "route"; methods: string[] };

/** A server action of the build: its id on the wire, its name, and a page that carries it. */
export type ServerAction = { id: string; name: string; file: string; pages: string[] };

const read = (folder: string, name: string) => JSON.parse(readFileSync(join(root, folder, name), "utf8"));

/** Every page and route handler that the build serves, by its path. What only Next itself calls is not among them. */
export function listDoors(folder: string): Door[] {
  const table = read(folder, "app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(table)
    .filter(([, path]) => !path.startsWith("/_"))
    .map(([entry, path]): Door => {
      if (entry.endsWith("/page")) return { path, kind: "page", methods: ["GET"] };
      return { path, kind: "route", methods: methodsOf(entry) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a route handler exports; a picture that lies in the tree is only read. */
function methodsOf(entry: string): string[] {
  const source = readFirst([`app${entry}.ts`, `app${entry}.tsx`]);
  if (source === null) return ["GET"];
  return methods.filter((method) =>
    new RegExp(`export (?:async )?(?:function|const) ${method}\\b|\\bas ${method}\\b`).test(source),
  );
}

function readFirst(paths: string[]) {
  for (const path of paths) {
    try {
      return readFileSync(join(root, path), "utf8");
    } catch {
      // The next one, then.
    }
  }
  return null;
}

type Reference = { exportedName?: string; filename?: string; workers: Record<string, unknown> };

/** Every server action that the build answers. */
export function listActions(folder: string): ServerAction[] {
  const { node, edge } = read(folder, "server/server-reference-manifest.json") as Record<
    "node" | "edge",
    Record<string, Reference>
  >;
  if (Object.keys(edge).length > 0) throw new Error("there are actions that nothing here looks at");
  return Object.entries(node).map(([id, { exportedName = "", filename = "", workers }]) => {
    const pages = Object.keys(workers).map((page) => page.replace(/^app/, "").replace(/\/page$/, "") || "/");
    return { id, name: exportedName, file: filename, pages };
  });
}

/** Every file that the build serves as it is. */
export function listFiles(folder: string): string[] {
  const below = join(root, folder, "static");
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/_next/static/${relative(below, join(entry.parentPath, entry.name))}`)
    .sort();
}
