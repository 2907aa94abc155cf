import { asc, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { keptSellers } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { writeCsv } from "../csv";

/** A customer whose own client the organisation works with. */
export type KeptSellerView = {
  id: string;
  sellerId: number;
  clientId: string;
  reference: string;
  notes: string;
};

/** The organisation's kept sellers by SellerId, at most so many. */
export async function listKeptSellers(viewer: Viewer, limit = 500): Promise<KeptSellerView[]> {
  const { id, sellerId, clientId, reference, notes } = keptSellers;
  return inOrganisation({ organisationId: viewer.organisation.id }, (tx) =>
    tx
      .select({ id, sellerId, clientId, reference, notes })
      .from(keptSellers)
      .where(eq(keptSellers.organisationId, viewer.organisation.id))
      .orderBy(asc(sellerId), asc(clientId))
      .limit(limit),
  );
}

/** The same as a CSV file, all of them. */
export async function writeKeptSellers(viewer: Viewer) {
  const kept = await listKeptSellers(viewer, 50_000);
  const rows = kept.map((one) => [String(one.sellerId), one.clientId, one.reference, one.notes]);
  return writeCsv([["sellerId", "clientId", "reference", "notes"], ...rows]);
}
