import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect } from "@/db/client";
import { oldActs } from "@/db/rehearsal/old-statements";

/** How one act fared: how often, how long at most, and what went wrong or took longer than the portal waits. */
export type Fared = { name: string; count: number; slowestMs: number; failures: string[] };

const pauseMs = 5;
/** So long the portal and the sandbox wait for the database before they answer that it is away. */
const patienceMs = (name: string) => (["check of a call", "token", "uses"].includes(name) ? 3000 : 12_000);

/** Does what the first release does, all acts at a time, each again and again, until it is told to end. */
export function driveTraffic(url: string) {
  const sql = connect(url, {
    max: oldActs.length,
    idle_timeout: undefined,
    connect_timeout: 60,
  });
  const fared = oldActs.map(({ name }): Fared => ({ name, count: 0, slowestMs: 0, failures: [] }));
  let next = 0;
  let isOver = false;
  const drive = async (which: number) => {
    const [act, mine] = [oldActs[which], fared[which]];
    while (act && mine && !isOver) {
      const from = performance.now();
      try {
        await act.run(sql, next++);
      } catch (error) {
        mine.failures.push((error as Error).message);
      }
      const took = performance.now() - from;
      if (took > patienceMs(act.name)) mine.failures.push(`answered after ${Math.round(took)} ms`);
      mine.count++;
      mine.slowestMs = Math.max(mine.slowestMs, took);
      await sleep(pauseMs);
    }
  };
  const drivers = oldActs.map((_, which) => drive(which));
  return {
    fared,
    end: async () => {
      isOver = true;
      await Promise.all(drivers);
      await sql.end({ timeout: 2 });
    },
  };
}

/** Looks every few milliseconds how long anybody has been waiting for a lock, and remembers the longest. */
export function watchLocks(sql: Sql) {
  let longestMs = 0;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      const [row] = await sql<[{ ms: number | null }]>`
        select (extract(epoch from max(clock_timestamp() - waitstart)) * 1000)::float8 as ms
        from pg_locks where not granted and waitstart is not null`;
      longestMs = Math.max(longestMs, row.ms ?? 0);
      await sleep(20);
    }
  })();
  return async () => {
    isOver = true;
    await watch;
    return longestMs;
  };
}
