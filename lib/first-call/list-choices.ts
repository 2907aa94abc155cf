import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients, sellerLinks, sellers } from "@/db/schema";
import { now } from "../clock";
import { openSellerId } from "./operations";

/** What the tester's form proposes: the organisation's own clients and the sellers they are linked to. */
export type ChoicesView = { clientIds: string[]; sellerIds: string[] };

/**
 * The newest fifty clients of the organisation, and the SellerIds its links are open for (its own accounts first),
 * newest first. `clientId` narrows the sellers to those of that client. The open test seller ends each list.
 */
export function listChoices(actor: { organisationId: string }, clientId?: string): Promise<ChoicesView> {
  return inOrganisation(actor, async (tx) => {
    const ours = await tx
      .select({ clientId: clients.clientId })
      .from(clients)
      .where(and(eq(clients.organisationId, actor.organisationId), isNull(clients.deletedAt)))
      .orderBy(desc(clients.createdAt))
      .limit(50);
    const wanted = clientId || ours[0]?.clientId;
    const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
    const linked = await tx
      .select({ sellerId: sellerLinks.sellerId })
      .from(sellerLinks)
      .innerJoin(clients, eq(clients.id, sellerLinks.clientRowId))
      .where(
        and(
          eq(clients.clientId, wanted ?? ""),
          sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
        ),
      )
      .orderBy(desc(sellerLinks.createdAt))
      .limit(50);
    const own = await tx
      .select({ sellerId: sellers.sellerId })
      .from(sellers)
      .where(eq(sellers.ownerOrganisationId, actor.organisationId))
      .orderBy(asc(sellers.sellerId))
      .limit(50);
    const all = [...linked, ...own].map(({ sellerId }) => String(sellerId));
    return {
      clientIds: ours.map((row) => row.clientId),
      sellerIds: [...new Set([...all, openSellerId])],
    };
  });
}
