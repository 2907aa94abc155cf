import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Who may import whom. A folder of lib imports its own files and lower numbers; within a number only itself. */
const libFloor: Record<string, number> = {
  audit: 1,
  limits: 1,
  mail: 1,
  webhooks: 1,
  accounts: 2,
  clients: 3,
  team: 3,
  directory: 4,
  help: 4,
  links: 5,
  tokens: 6,
  privacy: 6,
  "seller-data": 7,
  "first-call": 8,
  collections: 8,
  "portal-api": 8,
  desk: 8,
  paste: 9,
};
/** Within one floor: what may see what. The audit trail serves its neighbours. */
const neighbours = new Set(["mail>audit", "webhooks>audit", "limits>audit"]);
/** The doors stand above every room of lib, though their files lie at its root. */
const doors = new Set(
  ["action.ts", "route.ts", "form.ts", "actions.testing.ts", "door.testing.ts"].map((name) => `lib/${name}`),
);
/** What a "use client" file may take from lib: inputs, results, and rules that are pure. */
const forBrowsers = /^lib\/(result|[^/]+\/(input|client-id|curl|env-file|postman))\.ts$/;
const upper = ["app", "portal", "sandbox", "worker"];

type Import = { from: string; to: string; typeOnly: boolean };

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm,
  );
  return [...found].flatMap(([, typeOnly, named, dynamic]) => {
    const name = named ?? dynamic ?? "";
    const path = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? relative(root, resolve(root, dirname(file), name))
        : null;
    if (!path) return [];
    const to = all.has(`${path}.ts`)
      ? `${path}.ts`
      : all.has(`${path}.tsx`)
        ? `${path}.tsx`
        : all.has(`${path}/index.ts`)
          ? `${path}/index.ts`
          : path;
    return [{ from: file, to, typeOnly: Boolean(typeOnly) }];
  });
}

const all = new Set(["app", "lib", "db", "portal", "sandbox", "worker"].flatMap(sources));
const imports = [...all].flatMap(importsOf);
const room = (file: string) => file.split("/")[1] ?? "";
const isRoom = (file: string) => file.startsWith("lib/") && file.split("/").length > 2;

describe("the floors", () => {
  it("reads imports at all", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("app, sandbox and worker stand on lib, lib on db, and nothing looks up", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source = "", target = ""] = [from.split("/")[0], to.split("/")[0]];
      if (source === "app") return ["db", "sandbox", "worker", "portal"].includes(target);
      if (source === "lib") return upper.includes(target);
      if (source === "db") return upper.includes(target);
      return false;
    });
    // db reads the configuration, and its seed and tests speak the words of lib; it never reaches above it.
    expect(wrong).toEqual([]);
  });

  it("the ground of db stands on nothing but the configuration", () => {
    // Demo data, first rows and test makers speak the words of lib; nothing that a request runs on does.
    const above = /^db\/(ensure|seed|testing)(\.ts|\/)/;
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        from.startsWith("db/") &&
        !above.test(from) &&
        to.startsWith("lib/") &&
        !typeOnly &&
        to !== "lib/env.ts",
    );
    expect(wrong).toEqual([]);
  });

  it("the processes reach down, and only the portal takes words from app", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source = "", target = ""] = [from.split("/")[0], to.split("/")[0]];
      if (source === "portal")
        return ["sandbox", "worker"].includes(target) || (target === "app" && !to.startsWith("app/_text/"));
      if (source === "sandbox" || source === "worker")
        return ["app", "portal", "sandbox", "worker"].includes(target) && target !== source;
      return false;
    });
    expect(wrong).toEqual([]);
  });

  it("inside lib a room imports itself and lower floors only", () => {
    const unknown = [...all].filter((file) => isRoom(file) && libFloor[room(file)] === undefined);
    expect(unknown).toEqual([]);
    const wrong = imports.filter(({ from, to }) => {
      if (!from.startsWith("lib/") || !to.startsWith("lib/") || doors.has(from)) return false;
      if (!isRoom(from)) return isRoom(to);
      if (doors.has(to)) return true;
      if (!isRoom(to) || room(from) === room(to)) return false;
      const [mine = 0, theirs = 99] = [libFloor[room(from)], libFloor[room(to)]];
      return theirs > mine || (theirs === mine && !neighbours.has(`${room(from)}>${room(to)}`));
    });
    expect(wrong).toEqual([]);
  });

  it("files for the browser take from lib only what is meant for them", () => {
    const clientFiles = [...all].filter((file) =>
      /^["']use client["']/m.test(readFileSync(join(root, file), "utf8")),
    );
    expect(clientFiles.length).toBeGreaterThan(0);
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        clientFiles.includes(from) && !typeOnly && to.startsWith("lib/") && !forBrowsers.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it("process.env is read in lib/env.ts alone", () => {
    const readers = [...all].filter(
      (file) =>
        !/^(lib\/env|db\/testing)\.ts$/.test(file) &&
        readFileSync(join(root, file), "utf8").includes("process.env"),
    );
    expect(readers).toEqual([]);
  });

  it("no file is longer than 300 lines", () => {
    const long = [...all].filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 300);
    expect(long).toEqual([]);
  });
});
