import { and, eq, isNull } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { findDeskName } from "./desk-name";
import type { EndAnyLinkInput } from "./input";
import { isOpenAt } from "./narrow-links";
import { tellLinkEnded } from "./tell-link";

/** Ends a link between others, effective on the very next call; both sides are told by whom and why. */
export async function endAnyLink(
  actor: Actor,
  { linkId, reason }: EndAnyLinkInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "end any link");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", linkId)) return refuse("not_found");
    const isIt = eq(sellerLinks.id, linkId);
    const [found] = await tx.select({ id: sellerLinks.id }).from(sellerLinks).where(isIt);
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;

    const at = now();
    const [link] = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: at, unlinkedBy: actor.personId, reason: "operator" })
      .where(and(isIt, isNull(sellerLinks.unlinkedAt), isOpenAt(at.toISOString())))
      .returning();
    // A side of it, another operator or the clock was faster.
    if (!link) return refuse("stale");
    // Between its two sides, like every other event of a link, so that both see it.
    await recordEvent(tx, actor, {
      type: "link.ended",
      organisationId: link.sellerOrganisationId,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId, reason: "operator", by: "operator", words: reason },
    });
    const who = { ...actor, name: await findDeskName(tx, actor), because: reason };
    await tellLinkEnded(tx, who, link);
    return done({ goTo: `/operator/lookup/links/${linkId}?done=ended` });
  });
}
