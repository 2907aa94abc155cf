import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { findSpent } from "../accounts/form-key";
import { besideOthers } from "../accounts/hold-organisation";
import type { Refusal } from "../result";

/**
 * Lets nobody else change the team of the transaction's organisation until it ends. Called before anything is judged,
 * so that an owner who has just been removed is no owner any more to the act that waited for it.
 */
export async function lockTeam(tx: Tx) {
  await tx.execute(sql`select ${besideOthers(sql`app_organisation()`)}, lock_team()`);
}

/** The same for an act of a form; a form that was sent before is `stale` at once and waits for nobody. */
export async function lockTeamFor(tx: Tx, actor: Actor): Promise<Refusal | null> {
  const stale = await findSpent(tx, actor);
  if (!stale) await lockTeam(tx);
  return stale;
}
