import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { drizzle } from "drizzle-orm/postgres-js";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, disconnect } from "@/db/client";
import { type Postgres, startPostgres } from "@/db/embedded";
import { ensureFoundations } from "@/db/ensure";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { ask } from "./ask";
import { check, type Expected, type Rows } from "./check";
import { findFreePort } from "./product";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, ".cache", `chaos-short-${process.pid}`);
const since = new Date(0).toISOString();
const before = { ...env() };
let cluster: Postgres;
let urls: Record<string, string>;
let port = 0;
const running: ChildProcess[] = [];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const bundled = build({
    entryPoints: {
      acts: join(root, "chaos/acts-alone.testing.ts"),
      sandbox: join(root, "sandbox/server.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
  port = await findFreePort();
  // What was answered must be there after a crash, so nothing is traded for speed here.
  cluster = await startPostgres({ dataDir: folder, port });
  urls = await makeLogins(cluster, "portal");
  await migrateDatabase(urls.DATABASE_OWNER_URL ?? "", logins);
  Object.assign(env(), urls);
  await disconnect();
  await ensureFoundations();
  await disconnect();
  await bundled;
}, 120_000);
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await disconnect();
  Object.assign(env(), before);
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Said = Partial<Expected> & { secret?: string; tries?: boolean; broken?: string };

/** A process that acts, and what it says. */
function startActing() {
  const child = spawn(process.execPath, [join(folder, "acts.mjs")], {
    // All letters at once, so that each can be counted.
    env: { ...process.env, ...urls, LIMITS: "off" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  const said: Said[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(JSON.parse(line)));
  const closed = new Promise((done) => child.once("close", done));
  return {
    child,
    said,
    closed,
    has: (n: number) =>
      expect.poll(() => said.filter(({ tries }) => !tries).length, { timeout: 60_000 }).toBeGreaterThan(n),
  };
}

async function startSandbox() {
  const sandboxPort = await findFreePort();
  const origin = `http://localhost:${sandboxPort}`;
  const more = { ...urls, SANDBOX_PORT: String(sandboxPort), SANDBOX_URL: origin };
  const child = spawn(process.execPath, [join(folder, "sandbox.mjs")], {
    env: { ...process.env, ...more },
    stdio: "inherit",
  });
  running.push(child);
  const isUp = () =>
    ask(`${origin}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(isUp, { timeout: 60_000 }).toBe(200);
  return { child, origin };
}

/** What must be of each pair: what was said last, unless something was under way after it. */
function expectedOf(said: Said[]): Expected[] {
  const last = new Map<string, Said>();
  for (const one of said) if (one.sellerId) last.set(`${one.clientId} ${one.sellerId}`, one);
  return [...last.values()].filter((one) => !one.tries) as Expected[];
}

test("after a kill of whoever acts, of the sandbox and of PostgreSQL all that was answered is there, and nothing by half", async () => {
  const first = startActing();
  await first.has(10);
  first.child.kill("SIGKILL");
  await first.closed;

  const second = startActing();
  const sandbox = await startSandbox();
  await second.has(5);
  sandbox.child.kill("SIGKILL");

  process.kill(cluster.pid, "SIGKILL");
  await cluster.exited;
  cluster = await startPostgres({ dataDir: folder, port });
  const soFar = second.said.length;
  await second.has(soFar + 5);
  second.child.kill("SIGKILL");
  await second.closed;

  const said = [...first.said, ...second.said];
  const expected = expectedOf(said);
  expect(expected.length).toBeGreaterThan(3);
  const connection = connect(urls.DATABASE_OWNER_URL ?? "", { max: 1 });
  const rows: Rows = (query, organisationId) =>
    drizzle(connection).transaction(async (tx) => {
      const asPage = `select set_config('role', 'portal_app', true), set_config('app.organisation_id', '${organisationId}', true)`;
      if (organisationId) await tx.execute(asPage);
      return [...(await tx.execute(query))] as never;
    });
  expect(await check(rows, since, expected, [])).toEqual([]);
  await connection.end();

  const { origin } = await startSandbox();
  const shown = said.flatMap(({ clientId, secret }) => (clientId && secret ? [{ clientId, secret }] : []));
  expect(shown.length).toBeGreaterThan(3);
  const statuses = shown.map(async ({ clientId, secret }) => {
    const form = { grant_type: "client_credentials", client_id: clientId, client_secret: secret };
    const answer = await ask(`${origin}/auth/realms/maas/protocol/openid-connect/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
    return answer.status;
  });
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
}, 180_000);
