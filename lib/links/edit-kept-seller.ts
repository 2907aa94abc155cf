import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { keptSellers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { done, type Result, refuse } from "../result";
import type { EditKeptSellerInput } from "./invitation-input";

/** Changes the organisation's own words about a kept seller. */
export async function editKeptSeller(
  actor: Actor,
  { keptSellerId, reference, notes }: EditKeptSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "edit kept seller");
    if (refusal) return refusal;
    if (!wasOffered(actor, "keptSellerId", keptSellerId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, keptSellerId);
    if (stale) return stale;
    const [kept] = await tx
      .update(keptSellers)
      .set({ reference, notes })
      .where(and(eq(keptSellers.id, keptSellerId), eq(keptSellers.organisationId, actor.organisationId)))
      .returning({ sellerId: keptSellers.sellerId });
    if (!kept) return refuse("not_found");
    await recordEvent(tx, actor, {
      type: "kept_seller.changed",
      organisationId: actor.organisationId,
      sellerId: kept.sellerId,
      data: { keptSellerId },
    });
    return done({ goTo: "/kept-sellers?done=changed" });
  });
}
