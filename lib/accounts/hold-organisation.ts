import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The lock that stands for everything that is being done in an organisation. */
const actsOf = (organisationId: string | SQL) =>
  sql`hashtextextended('acts of ' || ${organisationId}::text, 0)`;

/** Keeps an organisation from being deleted until the transaction ends; acts in it go on side by side. */
export const besideOthers = (organisationId: string | SQL) =>
  sql<string>`pg_advisory_xact_lock_shared(${actsOf(organisationId)})`;

/**
 * Waits until nothing is being done in an organisation, and lets nothing begin before the transaction ends. Taken before
 * every other lock: else it and an act that waits for one of those would wait for each other.
 */
export async function holdAlone(tx: Tx, organisationId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(${actsOf(organisationId)})`);
}
