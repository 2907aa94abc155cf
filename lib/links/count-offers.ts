import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "../clock";

/** Invitations or hand-overs by the state they are in. */
export type OfferCounts = Record<"waiting" | "accepted" | "declined" | "withdrawn" | "expired", number>;

/** The invitations that meet a condition, by their state. */
export async function countInvitations(tx: Tx, where: SQL): Promise<OfferCounts> {
  const isOver = sql`num_nonnulls(accepted_at, declined_at, withdrawn_at) > 0`;
  return countStates(
    tx,
    sql`
    select count(*) filter (where accepted_at is not null)::int as accepted,
      count(*) filter (where declined_at is not null)::int as declined,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where not ${isOver} and expires_at > ${now().toISOString()})::int as waiting,
      count(*) filter (where not ${isOver} and expires_at <= ${now().toISOString()})::int as expired
    from invitations where ${where}`,
  );
}

/** The hand-overs that meet a condition, by their state; an opened one counts as accepted. */
export async function countHandOvers(tx: Tx, where: SQL): Promise<OfferCounts> {
  const isOver = sql`num_nonnulls(opened_at, withdrawn_at) > 0`;
  return countStates(
    tx,
    sql`
    select count(*) filter (where opened_at is not null)::int as accepted, 0 as declined,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where not ${isOver} and expires_at > ${now().toISOString()})::int as waiting,
      count(*) filter (where not ${isOver} and expires_at <= ${now().toISOString()})::int as expired
    from hand_overs where ${where}`,
  );
}

async function countStates(tx: Tx, query: SQL): Promise<OfferCounts> {
  const [row] = await tx.execute<OfferCounts>(query);
  return row ?? { waiting: 0, accepted: 0, declined: 0, withdrawn: 0, expired: 0 };
}
