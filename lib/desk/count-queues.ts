import { type SQL, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { inSeconds } from "../clock";

/** What waits for the operator, in the order of the desk. */
export const queueNames = ["listings", "reviews", "tickets", "names", "letters", "deliveries"] as const;
export type QueueName = (typeof queueNames)[number];

/** How many of one kind wait, and since when the oldest of them does. */
export type QueueView = { name: QueueName; count: number; oldestAt: Date | null };

type Row = { name: QueueName; count: number; oldest: string | null };

/** For so long a letter or message that was given up counts as waiting for somebody to look. */
const givenUpSeconds = 7 * 86_400;

const queues: Record<QueueName, () => SQL> = {
  listings: () =>
    sql`select submitted_at from listing_versions where submitted_at is not null and decided_at is null`,
  // A deleted client's request is nobody's business any more.
  reviews: () => sql`select r.requested_at from client_reviews r join clients c on c.id = r.client_row_id
    where r.decided_at is null and c.deleted_at is null`,
  tickets: () => sql`select last_at from tickets where solved_at is null and last_side = 'member'`,
  names: () => sql`select proposed_at from name_permits where confirmed_at is null and withdrawn_at is null`,
  letters: () => givenUp(sql`mails`),
  deliveries: () => givenUp(sql`deliveries`),
};

function givenUp(table: SQL) {
  return sql`select failed_at from ${table} where failed_at > ${inSeconds(-givenUpSeconds).toISOString()}`;
}

/** What waits, for a page of the operator's. */
export async function countQueues(): Promise<QueueView[]> {
  return asOperator(countQueuesIn);
}

/** The same inside a transaction of the operator or the worker: one statement, each part by an index of its own. */
export async function countQueuesIn(tx: Tx): Promise<QueueView[]> {
  const parts = queueNames.map(
    (name) =>
      sql`select ${name}::text as name, count(*)::int as count, min(at) as oldest from (${queues[name]()}) q(at)`,
  );
  const rows = [...(await tx.execute<Row>(sql.join(parts, sql` union all `)))];
  return queueNames.map((name) => {
    const { count = 0, oldest = null } = rows.find((row) => row.name === name) ?? {};
    return { name, count, oldestAt: oldest === null ? null : new Date(oldest) };
  });
}
