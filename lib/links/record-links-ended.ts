import type { Tx } from "@/db/client";
import type { sellerLinks } from "@/db/schema";
import { recordEvents } from "../audit/record-event";

type Link = typeof sellerLinks.$inferSelect;
type Who = Parameters<typeof recordEvents>[1];

/** Records the ends of many links on their client's side, one event each, in a few statements. */
export async function recordLinksEnded(tx: Tx, who: Who, links: Link[], more: Record<string, string> = {}) {
  const events = links.map((link) => ({
    type: "link.ended" as const,
    organisationId: link.clientOrganisationId,
    otherOrganisationId: link.sellerOrganisationId,
    clientRowId: link.clientRowId,
    sellerId: link.sellerId,
    data: { linkId: link.id, reason: link.reason, endsAt: link.unlinkedAt?.toISOString() ?? null, ...more },
  }));
  await recordEvents(tx, who, events);
}
