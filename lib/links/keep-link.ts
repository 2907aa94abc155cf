import { and, eq, gt, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { KeepLinkInput } from "./input";

/** Takes back an end that was planned for a day to come: the link goes on as it was agreed to. */
export async function keepLink(actor: Actor, { linkId }: KeepLinkInput): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "keep link");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", linkId)) return refuse("not_found");
    const mine = and(eq(sellerLinks.id, linkId), eq(sellerLinks.sellerOrganisationId, actor.organisationId));
    const [found] = await tx
      .select({ endsAt: sellerLinks.endsAt })
      .from(sellerLinks)
      .where(mine)
      .for("update");
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;

    // Only what has not happened yet can be taken back.
    const [link] = await tx
      .update(sellerLinks)
      .set({ endsAt: null, reason: null })
      .where(and(mine, isNull(sellerLinks.unlinkedAt), gt(sellerLinks.endsAt, now())))
      .returning();
    if (!link) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "link.end_cancelled",
      organisationId: actor.organisationId,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId, endsAt: found.endsAt?.toISOString() ?? null },
    });
    return done({ goTo: "/links?done=kept" });
  });
}
