import { desc, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { type EndReason, sellerLinks, sellers, type Via } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";

/** Who has access to which of my seller accounts, or had. */
export type LinkView = {
  id: string;
  clientRowId: string;
  clientId: string;
  /** The client belongs to the viewer's own organisation. */
  own: boolean;
  sellerId: number;
  shopName: string;
  via: Via;
  since: Date;
  lastUsedAt: Date | null;
  endsAt: Date | null;
  endedAt: Date | null;
  reason: EndReason | null;
  open: boolean;
};

/** The links of the organisation's seller accounts, open ones first, newest first; at most 500. */
export async function listLinks(viewer: Viewer): Promise<LinkView[]> {
  const at = now().toISOString();
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const rows = await tx
      .select({
        id: sellerLinks.id,
        clientRowId: sellerLinks.clientRowId,
        clientOrganisationId: sellerLinks.clientOrganisationId,
        clientId: sql<string>`c.client_id`,
        sellerId: sellerLinks.sellerId,
        shopName: sellers.shopName,
        via: sellerLinks.via,
        since: sellerLinks.createdAt,
        lastUsedAt: sellerLinks.lastUsedAt,
        endsAt: sql<Date | null>`least(${sellerLinks.expiresAt}, ${sellerLinks.endsAt})`.mapWith(
          sellerLinks.endsAt,
        ),
        endedAt: sellerLinks.unlinkedAt,
        reason: sellerLinks.reason,
        open: sql<boolean>`link_is_open(${sellerLinks.unlinkedAt}, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at})`,
      })
      .from(sellerLinks)
      .innerJoin(sellers, eq(sellers.sellerId, sellerLinks.sellerId))
      .innerJoin(sql`clients_linked_to_me() c`, sql`c.id = ${sellerLinks.clientRowId}`)
      .where(eq(sellerLinks.sellerOrganisationId, viewer.organisation.id))
      .orderBy(
        sql`link_is_open(${sellerLinks.unlinkedAt}, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at}) desc`,
        desc(sellerLinks.createdAt),
        desc(sellerLinks.id),
      )
      .limit(500);
    return rows.map(({ clientOrganisationId, ...row }) => ({
      ...row,
      own: clientOrganisationId === viewer.organisation.id,
    }));
  });
}
