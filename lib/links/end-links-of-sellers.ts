import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvents } from "../audit/record-event";
import { now } from "../clock";

/**
 * Ends every link of the seller accounts of the actor's organisation, with its event. One whose time had passed ended at
 * that time. Returns them, so that both sides can be told.
 */
export async function endLinksOfSellers(tx: Tx, actor: Actor) {
  const at = now().toISOString();
  const { expiresAt, endsAt, reason } = sellerLinks;
  const isLapsed = sql<boolean>`not link_is_open(null, ${expiresAt}, ${endsAt}, ${at})`;
  const rows = await tx
    .update(sellerLinks)
    .set({
      unlinkedAt: sql`case when ${isLapsed} then least(${expiresAt}, ${endsAt}) else ${at}::timestamptz end`,
      unlinkedBy: sql`case when ${isLapsed} then null else ${actor.personId}::uuid end`,
      reason: sql`case when ${isLapsed} then coalesce(${reason}, 'lapsed') else 'other' end`,
    })
    .where(and(eq(sellerLinks.sellerOrganisationId, actor.organisationId), isNull(sellerLinks.unlinkedAt)))
    .returning({ ...getTableColumns(sellerLinks), isLapsed });
  const eventsOf = (links: typeof rows) =>
    links.map((link) => ({
      type: "link.ended" as const,
      organisationId: actor.organisationId,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
      data: { linkId: link.id, reason: link.reason, endsAt: link.unlinkedAt?.toISOString() ?? null },
    }));
  await recordEvents(tx, { name: "clock" }, eventsOf(rows.filter((link) => link.isLapsed)));
  await recordEvents(tx, actor, eventsOf(rows.filter((link) => !link.isLapsed)));
  return rows;
}
