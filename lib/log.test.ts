import { basename } from "node:path";
import pino from "pino";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { log } from "./log";
import { makeSecret } from "./secrets";

type Stream = { write: (line: string) => void };
const { streamSym } = pino.symbols as unknown as { streamSym: symbol };
const stream = (log as unknown as Record<symbol, Stream>)[streamSym] as Stream;
const level = log.level;
const lines: string[] = [];

beforeAll(() => {
  log.level = "info";
  vi.spyOn(stream, "write").mockImplementation((line) => void lines.push(line));
});
afterEach(() => lines.splice(0));
afterAll(() => {
  log.level = level;
  vi.restoreAllMocks();
});

it("says its time in UTC, which program wrote it, and is one line of JSON, whatever stands in it", () => {
  const odd = 'x\r\n{"level":50,"msg":"forged"}\n\u2028\u001b[31m\u0000"';
  log.info({ path: odd, err: new Error(odd) }, "a call was refused");
  expect(lines).toHaveLength(1);
  const [line = ""] = lines;
  expect(line).toMatch(/^\{[^\n\r]*\}\n$/);
  const said = JSON.parse(line);
  expect(said).toMatchObject({ level: 30, msg: "a call was refused", path: odd, err: { message: odd } });
  expect(said.process).toBe(basename(process.argv[1] ?? "", ".mjs"));
  expect(said.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it("holds no secret, token, password or one-use link, nor what a query was asked with", () => {
  const hidden = [makeSecret("demo"), "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln", "hunter2hunter2"];
  const [secret = "", token = "", password = ""] = hidden;
  const failed = new Error(
    "Failed query: select 1 where email = $1\nparams: ada@shop.example,Dear\n    at home\nBob$&",
  );
  log.warn({ password, cookie: password, token, deep: { secret } }, "refused");
  log.warn({ path: `/reset/${"a1B2".repeat(8)}`, body: `client_secret=${password}` }, "refused");
  log.error({ err: Object.assign(failed, { detail: secret }) }, `Bearer ${token} with ${secret}`);
  log.error({ err: new Error("an act failed", { cause: failed }) }, "an act failed");
  expect(lines).toHaveLength(4);
  const text = lines.join("");
  for (const value of [...hidden, "a1B2a1B2", "ada@shop.example", "at home", "Bob"])
    expect(text).not.toContain(value);
  for (const value of ["refused", "Failed query", "log.test.ts", "[redacted]"]) expect(text).toContain(value);
});
