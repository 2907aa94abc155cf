import { inOrganisation } from "@/db/client";
import { keptSellers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { KeepSellerInput } from "./invitation-input";

/** Notes a customer who gave their own client's values, by SellerId and clientId; never with the secret. */
export async function keepSeller(actor: Actor, input: KeepSellerInput): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "keep seller");
    if (refusal) return refusal;
    const id = newId();
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;
    const who = { organisationId: actor.organisationId, createdAt: now(), createdBy: actor.personId };
    const [kept] = await tx
      .insert(keptSellers)
      .values({ id, ...who, ...input })
      .onConflictDoNothing()
      .returning({ id: keptSellers.id });
    if (!kept) return refuse("invalid", { fields: { sellerId: "kept_already" } });
    await recordEvent(tx, actor, {
      type: "kept_seller.added",
      organisationId: actor.organisationId,
      sellerId: input.sellerId,
      data: { keptSellerId: id },
    });
    return done({ goTo: "/kept-sellers?done=kept" });
  });
}
