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
  seller_changes: () => sql`changed_at < ${ago(30 * day)}`,
  ended_tokens: () => sql`expires_at < ${ago(day)}`,
  digest_lines: () => sql`sent_at < ${ago(7 * day)} or at < ${ago(30 * day)}`,
  team_invitations: () => sql`expires_at < ${ago(90 * day)}`,
  ownership_offers: () => sql`expires_at < ${ago(90 * day)}`,
  // A proof stays; a try that came to nothing does not.
  domain_proofs: () => sql`proven_at is null and expires_at < ${ago(7 * day)}`,
  claims: () => sql`expires_at < ${ago(7 * day)}`,
  // First what hangs on a run, some thousands at once like everything: with ten thousand each they would go in one.
  bulk_items: () => sql`exists (select from bulk_runs r where r.id = bulk_run_id and ${isOldRun(sql`r.`)})`,
  bulk_runs: () =>
    sql`${isOldRun(sql``)} and not exists (select from bulk_items i where i.bulk_run_id = bulk_runs.id)`,
  // A picture that nothing shows: whoever saved it may still be writing what does.
  logos: () => sql`created_at < ${ago(day)}
    and not exists (select from listings l where l.logo = '/logos/' || encode(logos.hash, 'hex') || '.webp')
    and not exists (select from listing_versions v where v.logo = '/logos/' || encode(logos.hash, 'hex') || '.webp')`,
  // Written by the database's own clock, and judged by it.
  limit_counters: () => sql`expires_at < clock_timestamp()`,
};

function isOldRun(of: SQL) {
  return sql`coalesce(${of}finished_at, ${of}stopped_at) < ${ago(90 * day)}`;
}

/**
 * Deletes what is past its time, some thousand rows of each table at once. Resolves to the number of rows. A table that
 * fails keeps no other from being pruned; it is told of at the end.
 */
export async function prune(): Promise<number> {
  let gone = 0;
  const faults: unknown[] = [];
  for (const [table, isPast] of Object.entries(past)) {
    try {
      gone += await pruneTable(table, isPast());
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} tables could not be pruned`);
  return gone;
}

function pruneTable(table: string, isPast: SQL): Promise<number> {
  const name = sql.identifier(table);
  return asWorker(async (tx) => {
    const deleted = await tx.execute(
      sql`delete from ${name} where ctid in (select ctid from ${name} where ${isPast} limit ${atOnce} for update skip locked)`,
    );
    return deleted.count;
  });
}

function ago(seconds: number) {
  return sql`${inSeconds(-seconds).toISOString()}::timestamptz`;
}
