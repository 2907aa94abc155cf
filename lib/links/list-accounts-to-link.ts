import { and, asc, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks, sellers } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import type { SellerView } from "./own-seller";

/** A seller account of one's own, with the open link that a certain client has to it. */
export type AccountToLinkView = SellerView & { linkId: string | null; linkedSince: Date | null };

/** The organisation's seller accounts by number, each with its open link to this client, if there is one. */
export async function listAccountsToLink(viewer: Viewer, clientRowId: string): Promise<AccountToLinkView[]> {
  const { id: organisationId } = viewer.organisation;
  const at = now().toISOString();
  return inOrganisation({ organisationId }, (tx) =>
    tx
      .select({
        sellerId: sellers.sellerId,
        shopName: sellers.shopName,
        linkId: sellerLinks.id,
        linkedSince: sellerLinks.createdAt,
      })
      .from(sellers)
      .leftJoin(
        sellerLinks,
        and(
          eq(sellerLinks.sellerId, sellers.sellerId),
          eq(sellerLinks.clientRowId, clientRowId),
          sql`link_is_open(${sellerLinks.unlinkedAt}, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at})`,
        ),
      )
      .where(eq(sellers.ownerOrganisationId, organisationId))
      .orderBy(asc(sellers.sellerId)),
  );
}
