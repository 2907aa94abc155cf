import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { listings } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import { findOpenVersion, staleListing } from "./own-listing";
import { takeBack } from "./take-back-listing";

/**
 * Takes one's own entry out of the directory at once; links stay as they are. What waits for a decision is taken back,
 * because its approval would put the entry there again.
 */
export async function unlistListing(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "unlist listing");
    if (refusal) return refusal;
    const { organisationId, personId } = actor;
    const version = await findOpenVersion(tx, organisationId);
    const stale = await spendFormKey(tx, actor, organisationId);
    if (stale) return stale;
    const [entry] = await tx
      .update(listings)
      .set({ approvedAt: null, unlistedAt: now(), unlistedBy: personId })
      .where(
        and(
          eq(listings.organisationId, organisationId),
          isNotNull(listings.approvedAt),
          isNull(listings.suspendedAt),
        ),
      )
      .returning({ id: listings.id, clientRowId: listings.clientRowId });
    if (!entry) return staleListing();
    await recordEvent(tx, actor, {
      type: "listing.unlisted",
      organisationId,
      clientRowId: entry.clientRowId,
      data: { listingId: entry.id },
    });
    if (version?.submittedAt) await takeBack(tx, actor, version);
    return done({ goTo: "/listing?done=unlisted" });
  });
}
