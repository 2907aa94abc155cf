import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { listings, organisations, people } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { spendFormKey } from "../accounts/form-key";
import { done, type Refusal, type Result, refuse } from "../result";
import type { DecideListingInput, DeskDecision } from "./desk-input";
import { judgeName } from "./judge-name";
import { holdNames, refuseApproval } from "./publish-version";
import type { Decided } from "./tell-decision";

type Change = { where: SQL | undefined; set: PgUpdateSetSource<typeof listings> };

/**
 * Takes an entry out of the directory, suspends it, or ends its suspension; it is hidden or back at once. What its owner
 * took out stays out when a suspension ends.
 */
export async function decideEntry(
  tx: Tx,
  actor: Actor,
  { listingId: id, decision, reason }: DecideListingInput,
  at: Date,
): Promise<Result<Decided>> {
  const change = changeFor(decision, actor, reason, at);
  if (!change) return refuse("invalid", { fields: { decision: "bad_choice" } });
  const [seen] = await tx
    .select()
    .from(listings)
    .where(and(eq(listings.id, id), change.where));
  if (!seen) return tellWhoWasFirst(tx, id);
  const stale = await spendFormKey(tx, actor, id);
  if (stale) return stale;
  const { organisationId, clientRowId, displayName: name } = seen;
  if (decision === "approve") {
    await holdNames(tx);
    const fault = await judgeName(tx, organisationId, name);
    if (fault) return refuseApproval(fault);
  }
  const changed = await tx
    .update(listings)
    .set(change.set)
    .where(and(eq(listings.id, id), change.where))
    .returning({ id: listings.id });
  if (changed.length === 0) return tellWhoWasFirst(tx, id);
  return done({ id, organisationId, clientRowId, name, comments: {} });
}

/** What a decision changes, and of which entries; null for one that is not about entries. */
function changeFor(decision: DeskDecision, actor: Actor, reason: string, at: Date): Change | null {
  const { personId } = actor;
  if (decision === "unlist")
    return {
      where: and(isNotNull(listings.approvedAt), isNull(listings.suspendedAt)),
      set: { approvedAt: null, unlistedAt: at, unlistedBy: personId },
    };
  if (decision === "suspend")
    return {
      // An entry that never was public has nothing to hold back.
      where: and(isNull(listings.suspendedAt), sql`num_nonnulls(approved_at, unlisted_at) > 0`),
      set: { approvedAt: null, suspendedAt: at, suspendedBy: personId, suspendReason: reason },
    };
  if (decision !== "approve") return null;
  const approvedAt = sql`case when ${listings.unlistedAt} is null then ${at.toISOString()}::timestamptz end`;
  return {
    where: isNotNull(listings.suspendedAt),
    set: { approvedAt, suspendedAt: null, suspendedBy: null, suspendReason: null },
  };
}

/** Whoever changed the entry last: an operator, or its company. */
async function tellWhoWasFirst(tx: Tx, id: string): Promise<Refusal> {
  const [row] = await tx
    .select({ name: listings.displayName, person: people.name, company: organisations.name })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(people, sql`${people.id} = coalesce(${listings.suspendedBy}, ${listings.unlistedBy})`)
    .where(eq(listings.id, id));
  if (!row) return refuse("not_found");
  const href = `/operator/listings?${new URLSearchParams({ q: row.name })}#directory`;
  return refuse("stale", { facts: { by: ` (${row.person ?? row.company})`, href } });
}
