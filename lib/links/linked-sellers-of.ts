import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { now } from "../clock";

/** Which of these seller accounts the client is linked to already. The client's own side knows that anyway. */
export async function linkedSellersOf(tx: Tx, clientRowId: string, sellerIds: (number | null)[]) {
  const asked = [...new Set(sellerIds.filter((id) => id !== null))];
  if (asked.length === 0) return new Set<number>();
  const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
  const rows = await tx
    .select({ sellerId: sellerLinks.sellerId })
    .from(sellerLinks)
    .where(
      and(
        eq(sellerLinks.clientRowId, clientRowId),
        inArray(sellerLinks.sellerId, asked),
        sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
      ),
    );
  return new Set(rows.map(({ sellerId }) => sellerId));
}
