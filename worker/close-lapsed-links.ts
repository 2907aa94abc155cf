import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { now } from "@/lib/clock";
import { tellLinkEnded } from "@/lib/links/tell-link";

const atOnce = 500;
const endsAt = sql`least(${sellerLinks.expiresAt}, ${sellerLinks.endsAt})`;

/**
 * Closes links whose time has passed, each with its event, and resolves to their number. They let nobody in since
 * that very moment; this makes the row say so too. A reason given when the end was set stays.
 */
export async function closeLapsedLinks(): Promise<number> {
  return asWorker(async (tx) => {
    const lapsed = tx
      .select({ id: sellerLinks.id })
      .from(sellerLinks)
      .where(and(isNull(sellerLinks.unlinkedAt), sql`${endsAt} <= ${now().toISOString()}`))
      .orderBy(asc(endsAt))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const closed = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: endsAt, reason: sql`coalesce(${sellerLinks.reason}, 'lapsed')` })
      .where(inArray(sellerLinks.id, lapsed))
      .returning();
    for (const link of closed) {
      await recordEvent(
        tx,
        { name: "clock" },
        {
          type: "link.ended",
          organisationId: link.clientOrganisationId,
          otherOrganisationId: link.sellerOrganisationId,
          clientRowId: link.clientRowId,
          sellerId: link.sellerId,
          data: { linkId: link.id, reason: link.reason, endsAt: link.unlinkedAt?.toISOString() ?? null },
        },
      );
      await tellLinkEnded(tx, { name: "clock" }, link);
    }
    return closed.length;
  });
}
