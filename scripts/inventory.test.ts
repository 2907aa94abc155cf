import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { retention } from "@/lib/privacy/retention";

const root = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const [, ...sections] = read("docs/inventory.md").split(/^## /m);

/** The rows of one section's table, as cells. */
function rowsOf(title: string) {
  const section = sections.find((one) => one.startsWith(`${title}\n`)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const quoted = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\b(?:test|testing)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
const files = ["app", "lib", "db", "portal", "sandbox", "worker"].flatMap(sources);

it("every file that hashes, signs, encrypts or draws at random is listed, and no other", () => {
  const does = /from "(?:node:crypto|@node-rs\/argon2|next-auth(?:\/jwt)?)"/;
  // The rehearsal of migrations is a tool; a digest is compared where it was made.
  const found = files.filter((file) => !file.startsWith("db/rehearsal/") && does.test(withoutTypes(file)));
  const harmless = ["app/api/auth/[...nextauth]/route.ts"];
  const listed = rowsOf("Algorithms").flatMap(([file]) => quoted(file));
  expect(listed.sort()).toEqual(found.filter((file) => !harmless.includes(file)).sort());
});
const withoutTypes = (file: string) => read(file).replace(/^import type .*$/gm, "");

it("every key of the configuration is listed", () => {
  const keys = [...read("lib/env.ts").matchAll(/^ {2}(\w+): (?:keyList|z\.string\(\)\.min\(32)/gm)];
  const listed = rowsOf("Keys").flatMap(([key]) => quoted(key));
  expect(listed.sort()).toEqual(keys.map(([, name]) => name).sort());
  expect(keys.length).toBeGreaterThan(2);
});

it("whoever calls out is listed, as the test of outgoing calls has it", () => {
  const [, callers = ""] =
    /const callers[^{]*\{(.*?)\n\};/s.exec(read("lib/webhooks/outgoing.test.ts")) ?? [];
  const held = [...callers.matchAll(/^ {2}"([^"]+)":/gm)].map(([, file]) => file);
  expect(held.length).toBeGreaterThan(5);
  expect(rowsOf("Who is called").flatMap(([file]) => quoted(file))).toEqual(
    expect.arrayContaining(held as string[]),
  );
  expect(rowsOf("Who is called")).toHaveLength(held.length);
});

it("every line of the log is listed, and none that is not written", () => {
  const line = /\blog\.(?:info|warn|error|debug)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?"([^"]+)",?\s*\)/g;
  const product = [...files, "instrumentation.ts"].filter((file) => /\blog\.\w+\(/.test(read(file)));
  const counted = product.map((file) => [...read(file).matchAll(/\blog\.(?:info|warn|error|debug)\(/g)]);
  const written = product.flatMap((file) => [...read(file).matchAll(line)].map(([, words = ""]) => words));
  expect(written).toHaveLength(counted.flat().length);
  const listed = rowsOf("Logs").flatMap(([, lines]) => quoted(lines));
  expect(listed.sort()).toEqual([...new Set(written)].sort());
});

it("every table has one level of protection", () => {
  const tables = Object.values(retention).flatMap((rule) => Object.keys(rule.tables));
  const listed = rowsOf("Data").flatMap(([, names]) => quoted(names));
  expect(listed.sort()).toEqual([...new Set([...tables, "job_runs", "signing_keys"])].sort());
});

it.each([
  ["lib/accounts/password.ts", "memoryCost: 19_456", "19 MiB and a fraction"],
  ["lib/accounts/password.ts", "mayWait = 50", "50 waiting, 20 of a network"],
  ["db/client.ts", "patienceMs = 12_000", "ends after 12 seconds"],
  ["portal/server.ts", "requestTimeout = 20_000", "does not arrive after 20"],
  ["lib/picture.ts", "mostPixels = 16_000_000", "16 million dots"],
  ["lib/links/start-bulk-run.ts", "mostRunning = 3", "three at once"],
])("%s: %s is what is written as %s", (file, code, words) => {
  expect(read(file)).toContain(code);
  expect(sections.find((one) => one.startsWith("What costs much"))).toContain(words);
});
