import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerTags } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { done, type Result, refuse } from "../result";
import type { UntagSellerInput } from "./bulk-input";
import { findOwnLinkedSeller } from "./own-linked-seller";
import { foldTag } from "./tags";

/** Takes a tag off a linked seller; one that is gone already stays gone. */
export async function untagSeller(
  actor: Actor,
  { linkId, tag }: UntagSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "untag seller");
    if (refusal) return refusal;
    const seller = await findOwnLinkedSeller(tx, actor, linkId);
    if (!seller) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    const { clientRowId, sellerId } = seller;
    const [gone] = await tx
      .delete(sellerTags)
      .where(
        and(
          eq(sellerTags.clientRowId, clientRowId),
          eq(sellerTags.sellerId, sellerId),
          eq(sellerTags.fold, foldTag(tag)),
        ),
      )
      .returning({ tag: sellerTags.tag });
    if (gone) {
      const { organisationId } = actor;
      await recordEvent(tx, actor, {
        type: "tag.removed",
        organisationId,
        clientRowId,
        sellerId,
        data: gone,
      });
    }
    return done({ goTo: `/clients/${clientRowId}/links/${linkId}?done=untagged` });
  });
}
