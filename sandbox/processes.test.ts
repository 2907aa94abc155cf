import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "./testing";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, ".cache", `processes-${process.pid}`);
const port = 20_000 + (process.pid % 10_000);
let inside: Awaited<ReturnType<typeof startSandbox>>;
const started: ChildProcess[] = [];

beforeAll(async () => {
  inside = await startSandbox();
  await build({
    entryPoints: { sandbox: join(root, "sandbox/server.ts"), worker: join(root, "worker/main.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
});
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  await inside.stop();
});

function start(name: "sandbox" | "worker") {
  const env = { ...process.env, SANDBOX_PORT: String(port), SANDBOX_URL: inside.origin, LOG_LEVEL: "info" };
  const child = spawn(process.execPath, [join(folder, `${name}.mjs`)], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  const said: string[] = [];
  child.stdout?.on("data", (chunk) => said.push(String(chunk)));
  return { child, hasSaid: (text: string) => said.join("").includes(text) };
}

/** Milliseconds from the signal to the end, and the exit code. */
async function stop(child: ChildProcess) {
  const at = performance.now();
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  child.kill("SIGTERM");
  return { code: await ended, ms: performance.now() - at };
}

test("the sandbox stops within a second: kept connections, a call that waits, uses not yet written", async () => {
  await insertTestSeller(104512);
  const client = await insertTestClient("stopped-in-between");
  await insertTestLink(client, 104512);
  const token = await fetchToken(inside.origin, client);
  const { child, hasSaid } = start("sandbox");
  await expect.poll(() => hasSaid("sandbox listens"), { timeout: 10_000 }).toBe(true);
  const agent = new Agent({ keepAlive: true, maxSockets: 5 });
  const call = (more: Record<string, string> = {}) =>
    new Promise<number | undefined>((done) => {
      const headers = { authorization: `Bearer ${token}`, SellerId: "104512", ...more };
      const request = get({ port, path: "/seller/v2/sellers", agent, headers }, (answer) => {
        answer.resume().on("end", () => done(answer.statusCode));
      });
      request.on("error", () => done(undefined));
    });
  expect(await call()).toBe(200);
  const [before] = await asFounder((tx) => tx.select().from(sellerLinks));
  expect(await call()).toBe(200);
  const waiting = call({ "x-scenario": "timeout" });
  await new Promise((done) => setTimeout(done, 100));

  const { code, ms } = await stop(child);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(1000);
  expect(await waiting).toBeUndefined();
  const [after] = await asFounder((tx) => tx.select().from(sellerLinks));
  expect(after?.lastUsedAt?.getTime()).toBeGreaterThan(before?.lastUsedAt?.getTime() ?? Number.NaN);
  agent.destroy();
});

test("the worker stops within a second", async () => {
  const { child, hasSaid } = start("worker");
  await expect.poll(() => hasSaid("worker runs"), { timeout: 10_000 }).toBe(true);
  const { code, ms } = await stop(child);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(1000);
});
