import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { UnlinkSellerInput } from "./input";
import { isOpenAt } from "./narrow-links";
import { tellLinkEnded } from "./tell-link";

/** Gives up the access of one's own client to a seller account: effective on the very next call, and the seller is told. */
export async function unlinkSeller(
  actor: Actor,
  { linkId }: UnlinkSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "unlink seller");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", linkId)) return refuse("not_found");
    const ours = and(eq(sellerLinks.id, linkId), eq(sellerLinks.clientOrganisationId, actor.organisationId));
    const at = now();
    const [found] = await tx
      .select({ open: isOpenAt(at.toISOString()) })
      .from(sellerLinks)
      .where(ours)
      .for("update");
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    // Somebody else, or the clock, was faster.
    if (!found.open) return refuse("stale");

    const [link] = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: at, unlinkedBy: actor.personId, reason: "partner" })
      .where(and(ours, isNull(sellerLinks.unlinkedAt)))
      .returning();
    if (!link) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "link.ended",
      organisationId: actor.organisationId,
      otherOrganisationId: link.sellerOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId, reason: "partner" },
    });
    await tellLinkEnded(tx, actor, link);
    return done({ goTo: `/clients/${link.clientRowId}/links/${linkId}?done=ended` });
  });
}
