import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { asFounder, asVisitor, type Tx } from "./client";
import { ownDatabase } from "./testing";

beforeAll(() => ownDatabase());
afterEach(() => vi.useRealTimers());

const kept = (key: string) =>
  asFounder((tx) => tx.execute(sql`select 1 from limit_counters where key = ${key}`));
const takeOne = (tx: Tx, key: string) =>
  tx.execute(sql`select * from take_limit(${key}, 1000, 3600, 1) as t, pg_advisory_xact_lock(7)`);

describe("a transaction of many short statements that takes too long", () => {
  it("is refused after twelve seconds, and never saved afterwards", async () => {
    // The driver's connection is there before the clock stands still.
    await asVisitor((tx) => tx.execute(sql`select 1`));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let started = () => {};
    const first = new Promise<void>((resolve) => {
      started = resolve;
    });
    const done: number[] = [];
    const slow = asVisitor(async (tx) => {
      await takeOne(tx, "late");
      started();
      await waiting;
      for (let n = 0; n < 5; n++) {
        await takeOne(tx, "late");
        done.push(n);
      }
    });
    const answer = slow.then(
      () => "saved",
      (error: Error) => error.message,
    );
    await first;
    vi.advanceTimersByTime(12_001);
    expect(await answer).toBe("the database did not answer in time");
    vi.useRealTimers();
    goOn();
    // Whoever gets the lock that the slow one holds comes after its end.
    await asFounder((tx) => tx.execute(sql`select pg_advisory_xact_lock(7)`));
    expect(done).toHaveLength(5);
    expect(await kept("late")).toHaveLength(0);
  });

  it("is saved where it ends in time", async () => {
    await asVisitor((tx) => takeOne(tx, "early"));
    expect(await kept("early")).toHaveLength(1);
  });
});
