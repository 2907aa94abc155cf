import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Account, chooseAccount } from "./embedded/choose-account";
import { findBinaries } from "./embedded/find-binaries";
import { makeCluster, quietEnvironment } from "./embedded/make-cluster";
import { stopLeftOver } from "./embedded/stop-left-over";

/** A running PostgreSQL of our own, on loopback only. */
export type Postgres = {
  port: number;
  pid: number;
  password: string;
  /** Where the superuser reaches a database. */
  superUrl(database: string): string;
  /** Fast shutdown; after `patienceMs` an immediate one, which the next start recovers from. */
  stop(patienceMs?: number): Promise<void>;
  /** Resolves when it has ended, whoever ended it. */
  exited: Promise<void>;
};

const retryMs = 12_000;
const readyMs = 120_000;
const largestLog = 10_000_000;

/**
 * Starts PostgreSQL on `dataDir`, which it fills at the first start, and returns when it answers. `fast` trades
 * safety of the data for speed: for tests only. With `port` it listens there, else on one that is free.
 */
export async function startPostgres(options: {
  dataDir: string;
  fast?: boolean;
  port?: number;
}): Promise<Postgres> {
  const { dataDir, fast = false, port } = options;
  const folder = resolve(dataDir);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // PostgreSQL runs as another account then, and must pass through; what is secret in here is 0600.
  if (process.getuid?.() === 0) chmodSync(folder, statSync(folder).mode | 0o011);

  const account = chooseAccount(findBinaries(), join(folder, "postgres"));
  await stopLeftOver(account.data);
  const password = keepPassword(join(folder, "postgres-password"), account.data);
  makeCluster(account, password, fast);

  const deadline = Date.now() + retryMs;
  for (;;) {
    const started = await tryToStart(account, password, fast, join(folder, "postgres.log"), port);
    if (started) return started;
    // After a kill -9 of the postmaster its children hold the shared memory a moment longer.
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL does not start; ${join(folder, "postgres.log")} says why`);
    await sleep(300);
  }
}

/** One password per data folder, made at the first start. */
function keepPassword(path: string, data: string) {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  if (existsSync(join(data, "PG_VERSION")))
    throw new Error(`${path} is missing: without it the data cannot be opened`);
  const password = randomBytes(24).toString("base64url");
  writeFileSync(path, password, { mode: 0o600 });
  return password;
}

async function tryToStart(
  account: Account,
  password: string,
  fast: boolean,
  logPath: string,
  wanted?: number,
) {
  const port = wanted ?? (await findFreePort());
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // A statement that fails may carry what must not stand in a log.
    log_min_error_statement: "panic",
    log_timezone: "UTC",
    timezone: "UTC",
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const words = [...account.prefix, join(account.native, "bin", "postgres"), "-D", account.data];
  for (const [name, value] of Object.entries(settings)) words.push("-c", `${name}=${value}`);
  const [command = "", ...rest] = words;
  const size = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logPath, size > largestLog ? "w" : "a", 0o600);
  // A group of its own: Ctrl-C in the terminal must not reach it before those who still write.
  const options = { ...account.ids, cwd: "/", env: quietEnvironment, detached: true } as const;
  const child = spawn(command, rest, { ...options, stdio: ["ignore", log, log] });
  closeSync(log);
  const exited = new Promise<void>((ended) => {
    child.once("exit", () => ended());
    child.once("error", () => ended());
  });
  const superUrl = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stop = (patienceMs = 5000) => stopChild(child, exited, patienceMs);
  if (!(await answers(superUrl("postgres"), child))) {
    await stop();
    return undefined;
  }
  return { port, pid: child.pid ?? 0, password, superUrl, stop, exited };
}

async function answers(url: string, child: ChildProcess) {
  const deadline = Date.now() + readyMs;
  while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch {
      await sleep(40);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

async function stopChild(child: ChildProcess, exited: Promise<void>, patienceMs: number) {
  for (const [signal, ms] of [
    ["SIGINT", patienceMs],
    ["SIGQUIT", 6000],
    ["SIGKILL", 1000],
  ] as const) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exited, sleep(ms, undefined, { ref: false })]);
  }
}

function findFreePort() {
  return new Promise<number>((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
