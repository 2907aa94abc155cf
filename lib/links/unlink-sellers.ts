import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { now } from "../clock";
import { isOpenAt } from "./narrow-links";
import { recordLinksEnded } from "./record-links-ended";
import type { BulkItem, BulkRun, Skipped, Starter } from "./run-bulk-items";
import { tellLinksEnded } from "./tell-link";

/**
 * Gives up the access to these sellers, each as `unlinkSeller` does: effective on the very next call, with its event,
 * its message and its letters. Skips what somebody else, or the clock, has ended meanwhile.
 */
export async function unlinkSellers(
  tx: Tx,
  run: BulkRun,
  starter: Starter,
  items: BulkItem[],
): Promise<Skipped> {
  const at = now();
  const ids = items.map(({ linkId }) => linkId);
  const ours = and(inArray(sellerLinks.id, ids), eq(sellerLinks.clientOrganisationId, run.organisationId));
  // In one order, so that no two of such batches wait for each other.
  await tx
    .select({ id: sellerLinks.id })
    .from(sellerLinks)
    .where(ours)
    .orderBy(asc(sellerLinks.id))
    .for("update");
  const ended = await tx
    .update(sellerLinks)
    .set({ unlinkedAt: at, unlinkedBy: starter.personId, reason: "partner" })
    .where(and(ours, isNull(sellerLinks.unlinkedAt), isOpenAt(at.toISOString())))
    .returning();
  await recordLinksEnded(tx, starter, ended, { because: run.data.because ?? "other" });
  await tellLinksEnded(tx, starter, ended);
  const done = new Set(ended.map(({ id }) => id));
  return new Map(ids.filter((id) => !done.has(id)).map((id) => [id, "ended"]));
}
