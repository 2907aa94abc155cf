import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { UnlinkClientInput } from "./input";
import { isOpenAt } from "./narrow-links";
import { tellLinkEnded } from "./tell-link";

const farthestDays = 365;

/** Ends a link of one's own seller account, now (effective on the very next call) or at the start of a day. */
export async function unlinkClient(
  actor: Actor,
  input: UnlinkClientInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "unlink client");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", input.linkId)) return refuse("not_found");
    const mine = and(
      eq(sellerLinks.id, input.linkId),
      eq(sellerLinks.sellerOrganisationId, actor.organisationId),
    );
    const [found] = await tx.select({ id: sellerLinks.id }).from(sellerLinks).where(mine).for("update");
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, input.linkId);
    if (stale) return stale;

    const at = now();
    const endsAt = input.when === "now" ? at : new Date(`${input.when}T00:00:00Z`);
    const days = (endsAt.getTime() - at.getTime()) / 86_400_000;
    // JavaScript rolls 31 April over to 1 May; a date that is not on the calendar is refused instead.
    const real = input.when === "now" || (!Number.isNaN(days) && endsAt.toISOString().startsWith(input.when));
    if (!real || days < 0 || days > farthestDays) return refuse("invalid", { fields: { when: "bad_date" } });

    const ended = input.when === "now";
    const change = ended ? { unlinkedAt: at, unlinkedBy: actor.personId } : { endsAt };
    const [link] = await tx
      .update(sellerLinks)
      .set({ ...change, reason: input.reason })
      .where(and(mine, isNull(sellerLinks.unlinkedAt), isOpenAt(at.toISOString())))
      .returning();
    // The other side, another tab or the clock was faster.
    if (!link) return refuse("stale");
    await recordEvent(tx, actor, {
      type: ended ? "link.ended" : "link.end_planned",
      organisationId: actor.organisationId,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId: link.id, reason: input.reason, endsAt: endsAt.toISOString() },
    });
    if (ended) await tellLinkEnded(tx, actor, link);
    return done({ goTo: `/links?done=${ended ? "ended" : "ends"}` });
  });
}
