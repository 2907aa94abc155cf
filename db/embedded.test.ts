import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "./client";
import { type Postgres, startPostgres } from "./embedded";

let dataDir = "";
const started: Postgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "embedded-"));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  rmSync(realpathSync(join(dataDir, "postgres")), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

/** Without `fast` a commit is on the disk before it is answered. */
async function start(fast = true) {
  const server = await startPostgres({ dataDir, fast });
  started.push(server);
  return server;
}

async function ask(server: Postgres, query: string, password = server.password) {
  const sql = connect(server.superUrl("postgres").replace(server.password, password), { max: 1 });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end();
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it("keeps its data and its password over a stop, and stops whole", async () => {
  const first = await start();
  await ask(first, "create table kept as select 'still here' as what");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  const second = await start();
  expect(second.password).toBe(first.password);
  expect(await ask(second, "select what from kept")).toEqual([{ what: "still here" }]);
});

it("listens on loopback alone, and asks for the password", async () => {
  const server = await start();
  const settings = await ask(
    server,
    `select current_setting('listen_addresses') as hosts, current_setting('unix_socket_directories') as sockets`,
  );
  expect(settings).toEqual([{ hosts: "127.0.0.1", sockets: "" }]);
  expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
  await expect(ask(server, "select 1", "not-the-password")).rejects.toThrow("password authentication failed");
});

it("starts again after a kill -9 of the postmaster, and nothing committed is lost", async () => {
  const first = await start(false);
  await ask(first, "create table kept as select 1 as n");
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  const second = await start();
  expect(await ask(second, "select n from kept")).toEqual([{ n: 1 }]);
});

it("ends what an earlier start left running on the same data", async () => {
  const orphan = await start();
  const second = await start();
  await orphan.exited;
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await ask(second, "select 1 as n")).toEqual([{ n: 1 }]);
});

it("says what is missing where the password file is gone", async () => {
  await (await start()).stop();
  rmSync(join(dataDir, "postgres-password"));
  await expect(start()).rejects.toThrow("postgres-password is missing");
});

it("leaves the password out of its log", async () => {
  const server = await start();
  await expect(ask(server, `create role "postgres" password '${server.password}'`)).rejects.toThrow("exists");
  const log = readFileSync(join(dataDir, "postgres.log"), "utf8");
  expect(log).toContain("already exists");
  expect(log).not.toContain(server.password);
});
