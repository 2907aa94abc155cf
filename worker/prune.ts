import { sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { inSeconds, now } from "@/lib/clock";
import { type RetentionStep, retention, retentionSteps } from "@/lib/privacy/retention";

const atOnce = 5000;
const peopleAtOnce = 200;

/**
 * Lets go of what is past its time by the list of retention, some thousand rows of each table at once, and of people who
 * belong to nothing any more. Resolves to the number of rows. A table that fails keeps no other from being pruned; it is
 * told of at the end.
 */
export async function prune(): Promise<number> {
  let gone = 0;
  const faults: unknown[] = [];
  for (const work of [...retentionSteps().map((step) => () => letGo(step)), forgetPeople]) {
    try {
      gone += await work();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} tables could not be pruned`);
  return gone;
}

function letGo({ table, where, set }: RetentionStep): Promise<number> {
  const name = sql.identifier(table);
  const what = set ? sql`update ${name} set ${set}` : sql`delete from ${name}`;
  return asWorker(async (tx) => {
    const done = await tx.execute(
      sql`${what} where ctid in (select ctid from ${name} where ${where} limit ${atOnce} for update skip locked)`,
    );
    return done.count;
  });
}

function forgetPeople(): Promise<number> {
  const before = inSeconds(-retention.account.days * 86_400).toISOString();
  return asWorker(async (tx) => {
    const [row] = await tx.execute<{ n: number }>(
      sql`select forget_people(${peopleAtOnce}, ${before}, ${now().toISOString()}) as n`,
    );
    return row?.n ?? 0;
  });
}
