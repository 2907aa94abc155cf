import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { UndoLinkInput } from "./input";
import { tellLinkEnded } from "./tell-link";

/** For so long after a link was made one press takes it back. */
export const undoSeconds = 600;

/** Takes a link back within ten minutes: it ends as a mistake, and both sides are told; later it is `expired`. */
export async function undoLink(actor: Actor, { linkId }: UndoLinkInput): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "undo link");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", linkId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    const mine = and(eq(sellerLinks.id, linkId), eq(sellerLinks.sellerOrganisationId, actor.organisationId));
    const [link] = await tx.select().from(sellerLinks).where(mine).for("update");
    if (!link) return refuse("not_found");
    if (link.unlinkedAt) return refuse("stale");
    if (link.createdAt < inSeconds(-undoSeconds)) return refuse("expired");

    const [ended] = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: now(), unlinkedBy: actor.personId, reason: "mistake" })
      .where(and(eq(sellerLinks.id, linkId), isNull(sellerLinks.unlinkedAt)))
      .returning();
    if (!ended) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "link.ended",
      organisationId: actor.organisationId,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId, reason: "mistake" },
    });
    await tellLinkEnded(tx, actor, ended);
    return done({ goTo: `/links/${linkId}?done=undone` });
  });
}
