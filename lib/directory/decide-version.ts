import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type ListingDecision, listings, listingVersions, organisations, people } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { done, type Refusal, type Result, refuse } from "../result";
import { type DecideListingInput, judgedFields } from "./desk-input";
import { holdNames, publishVersion } from "./publish-version";
import type { Decided } from "./tell-decision";

const isDecision = (decision: string): decision is ListingDecision =>
  ["approve", "changes", "reject"].includes(decision);

/** Decides a submission, once, as it was read; an approved one becomes the public entry in the same transaction. */
export async function decideVersion(
  tx: Tx,
  actor: Actor,
  input: DecideListingInput,
  at: Date,
): Promise<Result<Decided>> {
  const { listingId: id, decision, reason } = input;
  if (!isDecision(decision)) return refuse("invalid", { fields: { decision: "bad_choice" } });
  const [seen] = await tx.select().from(listingVersions).where(eq(listingVersions.id, id));
  if (!seen) return refuse("not_found");
  const isAsRead = wasOffered(actor, "revision", String(seen.revision));
  if (!isAsRead || seen.decidedAt || !seen.submittedAt) return tellWhoWasFirst(tx, id);
  const stale = await spendFormKey(tx, actor, id);
  if (stale) return stale;
  const [version] = await tx
    .update(listingVersions)
    .set({
      decidedAt: at,
      decidedBy: actor.personId,
      decision,
      reason: reason || null,
      comments: commentsOf(input),
    })
    .where(
      and(
        eq(listingVersions.id, id),
        eq(listingVersions.revision, seen.revision),
        isNotNull(listingVersions.submittedAt),
        isNull(listingVersions.decidedAt),
      ),
    )
    .returning();
  if (!version) return tellWhoWasFirst(tx, id);
  if (decision === "approve") {
    // Before the entry, as whoever ends its suspension at this moment does: else each waits for the other.
    await holdNames(tx);
    const [entry] = await tx
      .select({ suspendedAt: listings.suspendedAt })
      .from(listings)
      .where(eq(listings.organisationId, version.organisationId))
      .for("update");
    // An approval ends a suspension, but not one that came after the page was read.
    if (!wasOffered(actor, "entry", entry?.suspendedAt ? "suspended" : "free"))
      return tellWhoWasFirst(tx, id);
    const refused = await publishVersion(tx, version, at);
    if (refused) return refused;
  }
  const { organisationId, clientRowId, displayName: name, comments } = version;
  return done({ id, organisationId, clientRowId, name, comments });
}

/** The comments that say something. */
function commentsOf(input: DecideListingInput) {
  const said = judgedFields.map((field) => [field, input[`comment-${field}`]] as const);
  return Object.fromEntries(said.filter(([, comment]) => comment !== ""));
}

/** Another operator who decided, or the company that changed it or took it back. */
async function tellWhoWasFirst(tx: Tx, id: string): Promise<Refusal> {
  const [row] = await tx
    .select({ operator: people.name, company: organisations.name })
    .from(listingVersions)
    .innerJoin(organisations, eq(organisations.id, listingVersions.organisationId))
    .leftJoin(people, eq(people.id, listingVersions.decidedBy))
    .where(eq(listingVersions.id, id));
  return refuse("stale", {
    facts: { by: ` (${row?.operator ?? row?.company})`, href: `/operator/listings/${id}` },
  });
}
