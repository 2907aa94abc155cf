import { sql as query } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "./client";
import { isConnectionLost } from "./outlive-connection";
import { ownDatabase } from "./testing";

const patient = { timeout: 20_000 };
let one: Sql;
let other: Sql;

beforeEach(async () => {
  const { DATABASE_OWNER_URL } = await ownDatabase();
  // One place in the pool: whoever comes next gets the one that was lost.
  one = connect(DATABASE_OWNER_URL, { max: 1 });
  other = connect(DATABASE_OWNER_URL, { max: 1 });
  await other`create table notes (words text)`;
});
afterEach(() => Promise.all([one.end({ timeout: 1 }), other.end({ timeout: 1 })]));

const pidOf = async (tx: TransactionSql) =>
  (await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;
const end = (pid: number) => other`select pg_terminate_backend(${pid})`;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error.cause ?? error).code,
  );
const notes = async () =>
  (await other<{ words: string }[]>`select words from notes`).map(({ words }) => words);

test("a connection that is lost in the middle of a statement fails its transaction, and the place is good again", async () => {
  for (let n = 0; n < 3; n++) {
    let pid = 0;
    const work = one.begin(async (tx) => {
      await tx`insert into notes values ('lost')`;
      pid = await pidOf(tx);
      await tx`select pg_sleep(60)`;
    });
    await expect.poll(() => pid, patient).toBeGreaterThan(0);
    const code = codeOf(work);
    await end(pid);
    expect(await code).toMatch(/^(CONNECTION_CLOSED|57P01|ECONNRESET)$/);
    expect(await codeOf(one.begin((tx) => tx`insert into notes values (${`kept ${n}`})`))).toBe("done");
  }
  expect(await notes()).toEqual(["kept 0", "kept 1", "kept 2"]);
});

test("what a lost transaction goes on to say does not reach whoever got its place", async () => {
  let goOn = () => {};
  const waiting = new Promise<void>((done) => {
    goOn = done;
  });
  let pid = 0;
  let later: unknown;
  const lost = codeOf(
    one.begin(async (tx) => {
      pid = await pidOf(tx);
      await waiting;
      later = await codeOf(Promise.resolve().then(() => tx`insert into notes values ('of nobody')`));
    }),
  );
  await expect.poll(() => pid, patient).toBeGreaterThan(0);
  await end(pid);
  expect(await lost).toBe("CONNECTION_CLOSED");
  const next = one.begin(async (tx) => {
    await tx`insert into notes values ('mine')`;
    goOn();
    await expect.poll(() => later, patient).toBe("CONNECTION_CLOSED");
    await tx`insert into notes values ('mine too')`;
  });
  expect(await codeOf(next)).toBe("done");
  expect(await notes()).toEqual(["mine", "mine too"]);
});

test("the same inside a savepoint, as drizzle asks for it", async () => {
  let pid = 0;
  const work = drizzle(one).transaction((tx) =>
    tx.transaction(async (inner) => {
      const [row] = await inner.execute<{ pid: number }>(query`select pg_backend_pid() as pid`);
      pid = row?.pid ?? 0;
      await inner.execute(query`select pg_sleep(60)`);
    }),
  );
  const code = codeOf(work);
  await expect.poll(() => pid, patient).toBeGreaterThan(0);
  await end(pid);
  expect(await code).toMatch(/^(CONNECTION_CLOSED|57P01|ECONNRESET)$/);
  expect(await codeOf(one.begin((tx) => tx`select 1`))).toBe("done");
});

test("its error is told from that of a wrong statement, also as drizzle wraps it", async () => {
  const lost = drizzle(one).transaction(async (tx) => {
    await tx.execute(query`select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)`);
  });
  expect(await lost.catch(isConnectionLost)).toBe(true);
  const wrong = drizzle(other).execute(query`select * from nothing`);
  expect(await wrong.catch(isConnectionLost)).toBe(false);
});

test("a statement that is wrong undoes its transaction or its savepoint alone, as ever", async () => {
  expect(await codeOf(one.begin((tx) => tx`insert into nothing values (1)`))).toBe("42P01");
  await one.begin(async (tx) => {
    await tx`insert into notes values ('outer')`;
    const inner = tx.savepoint(async (point) => {
      await point`insert into notes values ('inner')`;
      await point`insert into nothing values (1)`;
    });
    expect(await codeOf(inner)).toBe("42P01");
  });
  expect(await notes()).toEqual(["outer"]);
});
