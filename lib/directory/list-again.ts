import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { listings } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import { staleListing } from "./own-listing";

/** Puts an entry that was taken out by hand back into the directory, as it was approved. */
export async function listAgain(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "list again");
    if (refusal) return refusal;
    const { organisationId } = actor;
    const stale = await spendFormKey(tx, actor, organisationId);
    if (stale) return stale;
    const [entry] = await tx
      .update(listings)
      .set({ approvedAt: now(), unlistedAt: null, unlistedBy: null })
      .where(
        and(
          eq(listings.organisationId, organisationId),
          isNotNull(listings.unlistedAt),
          isNull(listings.suspendedAt),
        ),
      )
      .returning({ id: listings.id, clientRowId: listings.clientRowId });
    if (!entry) return staleListing();
    await recordEvent(tx, actor, {
      type: "listing.relisted",
      organisationId,
      clientRowId: entry.clientRowId,
      data: { listingId: entry.id },
    });
    return done({ goTo: "/listing?done=relisted" });
  });
}
