import { type SQL, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { inSeconds } from "@/lib/clock";

const atOnce = 5000;
const day = 86_400;

/** Table -> when a row of it has had its time. */
const past: Record<string, () => SQL> = {
  used_form_keys: () => sql`used_at < ${ago(2 * day)}`,
  sign_ups: () => sql`expires_at < ${ago(7 * day)}`,
  resets: () => sql`expires_at < ${ago(7 * day)}`,
  sessions: () => sql`least(ended_at, expires_at) < ${ago(30 * day)}`,
  first_calls: () => sql`created_at < ${ago(30 * day)}`,
  mails: () => sql`sent_at < ${ago(7 * day)} or created_at < ${ago(30 * day)}`,
  deliveries: () => sql`created_at < ${ago(30 * day)}`,
  idempotency_keys: () => sql`created_at < ${ago(day)}`,
  claims: () => sql`expires_at < ${ago(7 * day)}`,
  // Written by the database's own clock, and judged by it.
  limit_counters: () => sql`expires_at < clock_timestamp()`,
};

/** Deletes what is past its time, some thousand rows of each table at once. Resolves to the number of rows. */
export async function prune(): Promise<number> {
  let gone = 0;
  for (const [table, isPast] of Object.entries(past)) {
    const name = sql.identifier(table);
    gone += await asWorker(async (tx) => {
      const deleted = await tx.execute(
        sql`delete from ${name} where ctid in (select ctid from ${name} where ${isPast()} limit ${atOnce} for update skip locked)`,
      );
      return deleted.count;
    });
  }
  return gone;
}

function ago(seconds: number) {
  return sql`${inSeconds(-seconds).toISOString()}::timestamptz`;
}
