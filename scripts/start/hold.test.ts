import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hold, release } from "./hold.mjs";
import { identify } from "./identify.mjs";

const module = resolve(import.meta.dirname, "hold.mjs");
let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hold-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock and says what it got; it ends when its input does. */
function another() {
  const script = `const { hold } = await import(${JSON.stringify(module)});
    process.stdout.write(JSON.stringify(hold(${JSON.stringify(path)})) + "\\n"); process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const got = new Promise<number | null>((answer) => {
    child.stdout.once("data", (line) => answer(JSON.parse(String(line))));
  });
  const ended = new Promise((done) => child.once("exit", done));
  return { child, got, ended };
}

it("names the process that holds it, and is free once that one ends", async () => {
  const first = another();
  expect(await first.got).toBeNull();
  expect(hold(path)).toBe(first.child.pid);
  first.child.stdin.end();
  await first.ended;
  expect(existsSync(path)).toBe(false);
  expect(hold(path)).toBeNull();
  release(path);
  expect(readdirSync(folder)).toEqual([]);
});

it("is free after a kill -9 of its holder", async () => {
  const first = another();
  await first.got;
  first.child.kill("SIGKILL");
  await first.ended;
  expect(existsSync(path)).toBe(true);
  expect(hold(path)).toBeNull();
  release(path);
});

it("does not take a later process with the same id for its holder", () => {
  const [pid, ...rest] = identify(process.ppid)?.split(" ") ?? [];
  expect(rest.length).toBeGreaterThan(0);
  writeFileSync(path, `${pid} ${rest.map(() => "another-start").join(" ")}`);
  expect(hold(path)).toBeNull();
  release(path);
});

it("goes to exactly one of many that find a dead holder at once", async () => {
  writeFileSync(path, "1 long-gone 0");
  const many = Array.from({ length: 8 }, another);
  const got = await Promise.all(many.map((one) => one.got));
  const winners = many.filter((_, i) => got[i] === null);
  expect(winners).toHaveLength(1);
  expect(readFileSync(path, "utf8")).toBe(identify(winners[0]?.child.pid ?? 0));
  for (const { child } of many) child.stdin.end();
  await Promise.all(many.map((one) => one.ended));
});
