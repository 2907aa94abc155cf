import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { keptSellers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { done, type Result, refuse } from "../result";
import type { RemoveKeptSellerInput } from "./invitation-input";

/** Removes a kept seller from the organisation's notes; no link ends by it. */
export async function removeKeptSeller(
  actor: Actor,
  { keptSellerId }: RemoveKeptSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "remove kept seller");
    if (refusal) return refusal;
    if (!wasOffered(actor, "keptSellerId", keptSellerId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, keptSellerId);
    if (stale) return stale;
    const [removed] = await tx
      .delete(keptSellers)
      .where(and(eq(keptSellers.id, keptSellerId), eq(keptSellers.organisationId, actor.organisationId)))
      .returning({ sellerId: keptSellers.sellerId });
    if (!removed) return refuse("not_found");
    await recordEvent(tx, actor, {
      type: "kept_seller.removed",
      organisationId: actor.organisationId,
      sellerId: removed.sellerId,
      data: { keptSellerId },
    });
    return done({ goTo: "/kept-sellers?done=removed" });
  });
}
