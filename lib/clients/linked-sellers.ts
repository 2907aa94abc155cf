import { and, asc, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { sellerLinks, sellers } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";

/** An own seller account that an own client may act for. */
export type LinkedSellerView = { sellerId: number; shopName: string };

/** The organisation's own seller accounts that are linked with this client now, by number. */
export function listLinkedSellers(viewer: Viewer, clientRowId: string): Promise<LinkedSellerView[]> {
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, (tx) => findLinkedSellers(tx, organisationId, clientRowId));
}

/** The same inside an act's own transaction. */
export function findLinkedSellers(tx: Tx, organisationId: string, clientRowId: string) {
  const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
  return tx
    .select({ sellerId: sellers.sellerId, shopName: sellers.shopName })
    .from(sellerLinks)
    .innerJoin(sellers, eq(sellers.sellerId, sellerLinks.sellerId))
    .where(
      and(
        eq(sellerLinks.clientRowId, clientRowId),
        eq(sellers.ownerOrganisationId, organisationId),
        sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
      ),
    )
    .orderBy(asc(sellers.sellerId));
}
