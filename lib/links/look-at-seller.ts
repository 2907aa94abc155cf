import { eq, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { firstCalls, organisations, sellerLinks, sellers, tickets } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import type { EventView } from "../audit/list-events";
import {
  type FirstCallRowView,
  listLastCalls,
  listLastTickets,
  listStaffNotes,
  type StaffNoteView,
  type TicketRowView,
} from "./list-beside";
import { listEventsOfSeller } from "./list-last-events";
import { type LookedLinksPage, listLookedLinks } from "./list-looked-links";
import { recordLook } from "./record-look";

/** A seller account as its owners see it, for the operator who looks. */
export type SellerLook = {
  sellerId: number;
  shopName: string;
  contactEmail: string;
  since: Date;
  isOpenTest: boolean;
  owner: { id: string; name: string; suspendedAt: Date | null } | null;
  links: LookedLinksPage;
  calls: FirstCallRowView[];
  tickets: TicketRowView[];
  events: EventView[];
  notes: StaffNoteView[];
};

/** A seller account with who has access to it; null for an unknown one. The look is an event that its owners see. */
export async function lookAtSeller(
  viewer: Viewer,
  typed: string,
  after?: string,
): Promise<SellerLook | null> {
  if (!/^[1-9]\d{0,11}$/.test(typed)) return null;
  const sellerId = Number(typed);
  return asOperator(async (tx) => {
    const [found] = await tx
      .select({ seller: sellers, owner: organisations })
      .from(sellers)
      .leftJoin(organisations, eq(organisations.id, sellers.ownerOrganisationId))
      .where(eq(sellers.sellerId, sellerId));
    if (!found) return null;
    const { seller, owner } = found;
    await recordLook(tx, viewer, { kind: "seller", organisationId: owner?.id, sellerId });
    const isAbout = eq(firstCalls.sellerId, typed);
    return {
      sellerId,
      shopName: seller.shopName,
      contactEmail: seller.contactEmail,
      since: seller.createdAt,
      isOpenTest: seller.openTestSince !== null,
      owner: owner && { id: owner.id, name: owner.name, suspendedAt: owner.suspendedAt },
      links: await listLookedLinks(tx, eq(sellerLinks.sellerId, sellerId), after),
      calls: owner ? await listLastCalls(tx, owner.id, isAbout) : [],
      tickets: owner
        ? await listLastTickets(tx, owner.id, sql`${tickets.context} ->> 'sellerId' = ${typed}`)
        : [],
      events: await listEventsOfSeller(tx, sellerId),
      notes: await listStaffNotes(tx, typed),
    };
  });
}
