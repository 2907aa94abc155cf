import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { recordLinksEnded } from "./record-links-ended";

type Link = typeof sellerLinks.$inferSelect;
/** The links that ended: cut by the deletion, or lapsed before it though nobody had closed them yet. */
type EndedLinks = { cut: Link[]; lapsed: Link[] };

/**
 * Ends every link of a client that is being deleted, with its event, in a few statements however many there are. One
 * whose time had passed ended at that time.
 */
export async function endLinksOfClient(tx: Tx, actor: Actor, clientRowId: string): Promise<EndedLinks> {
  const at = now().toISOString();
  const ending = sql`least(${sellerLinks.expiresAt}, ${sellerLinks.endsAt})`;
  const isLapsed = sql<boolean>`not link_is_open(null, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at})`;
  const rows = await tx
    .update(sellerLinks)
    .set({
      unlinkedAt: sql`case when ${isLapsed} then ${ending} else ${at}::timestamptz end`,
      unlinkedBy: sql`case when ${isLapsed} then null else ${actor.personId}::uuid end`,
      reason: sql`case when ${isLapsed} then coalesce(${sellerLinks.reason}, 'lapsed') else 'client_deleted' end`,
    })
    .where(and(eq(sellerLinks.clientRowId, clientRowId), isNull(sellerLinks.unlinkedAt)))
    .returning({ ...getTableColumns(sellerLinks), isLapsed });
  const lapsed = rows.filter((link) => link.isLapsed);
  const cut = rows.filter((link) => !link.isLapsed);
  await recordLinksEnded(tx, { name: "clock" }, lapsed);
  await recordLinksEnded(tx, actor, cut);
  return { cut, lapsed };
}
