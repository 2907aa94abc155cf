import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

type Package = { optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Package> };

const path = resolve(import.meta.dirname, "../package-lock.json");
const { packages } = JSON.parse(readFileSync(path, "utf8")) as Lock;

/** Where Node would look for `name` from inside the package at `from`. */
function findEntry(from: string, name: string) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const entry = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (packages[entry]) return entry;
    if (!folder) return undefined;
  }
}

it("the lock file holds every platform's package, so that `npm ci` works everywhere", () => {
  const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ from, name })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ from, name }) => !findEntry(from, name))).toEqual([]);
});

it("the lock file names at most one place that packages come from", () => {
  const text = readFileSync(path, "utf8");
  const hosts = [...text.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(([, host]) => host);
  expect(new Set(hosts).size).toBeLessThanOrEqual(1);
});
