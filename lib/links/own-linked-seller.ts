import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";

/** The client and seller of a link that a form offered, where the client is the organisation's own; else null. */
export async function findOwnLinkedSeller(tx: Tx, actor: Actor, linkId: string) {
  if (!wasOffered(actor, "linkId", linkId)) return null;
  const [link] = await tx
    .select({ clientRowId: sellerLinks.clientRowId, sellerId: sellerLinks.sellerId })
    .from(sellerLinks)
    .where(and(eq(sellerLinks.id, linkId), eq(sellerLinks.clientOrganisationId, actor.organisationId)));
  return link ?? null;
}
