import { and, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerTags } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { TagSellerInput } from "./bulk-input";
import { findOwnLinkedSeller } from "./own-linked-seller";
import { foldTag, lockTags, mostTagsOfSeller, spellTag } from "./tags";

/** Puts a tag on a linked seller, for the client's own side only; it stays when the link ends and comes again. */
export async function tagSeller(
  actor: Actor,
  { linkId, tag }: TagSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "tag seller");
    if (refusal) return refusal;
    const seller = await findOwnLinkedSeller(tx, actor, linkId);
    if (!seller) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    const { clientRowId, sellerId } = seller;
    const goTo = `/clients/${clientRowId}/links/${linkId}?done=tagged`;

    await lockTags(tx, clientRowId);
    const spelt = await spellTag(tx, clientRowId, tag);
    if (!spelt) return refuse("limit", { facts: { limit: "client_tags" } });
    const { organisationId } = actor;
    const row = { clientRowId, organisationId, sellerId, tag: spelt, fold: foldTag(tag), createdAt: now() };
    const added = await tx.insert(sellerTags).values(row).onConflictDoNothing().returning();
    if (added.length === 0) return done({ goTo });
    const [{ count } = { count: 0 }] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(sellerTags)
      .where(and(eq(sellerTags.clientRowId, clientRowId), eq(sellerTags.sellerId, sellerId)));
    if (count > mostTagsOfSeller) return refuse("limit", { facts: { limit: "seller_tags" } });
    const data = { tag: spelt };
    await recordEvent(tx, actor, { type: "tag.added", organisationId, clientRowId, sellerId, data });
    return done({ goTo });
  });
}
