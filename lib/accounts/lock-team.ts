import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Lets nobody else change the team of the transaction's organisation until it ends. Called before anything is judged,
 * so that an owner who has just been removed is no owner any more to the act that waited for it.
 */
export async function lockTeam(tx: Tx) {
  await tx.execute(sql`select lock_team()`);
}
