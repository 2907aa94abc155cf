import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { now } from "@/lib/clock";
import { recordLinksEnded } from "@/lib/links/record-links-ended";
import { tellLinksEnded } from "@/lib/links/tell-link";

/** Few, because a transaction holds the counters of everybody it writes to. */
const atOnce = 100;
const endsAt = sql`least(${sellerLinks.expiresAt}, ${sellerLinks.endsAt})`;
const clock = { name: "clock" };

/**
 * Closes links whose time has passed, each with its event, and resolves to their number. They let nobody in since
 * that very moment; this makes the row say so too. A reason given when the end was set stays.
 */
export async function closeLapsedLinks(): Promise<number> {
  let closed = 0;
  for (;;) {
    const some = await closeSome();
    closed += some;
    if (some < atOnce) return closed;
  }
}

async function closeSome(): Promise<number> {
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
    await recordLinksEnded(tx, clock, closed);
    await tellLinksEnded(tx, clock, closed);
    return closed.length;
  });
}
