import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, invitations, sellerLinks } from "@/db/schema";
import { now } from "../clock";
import type { Facts, Judgement } from "./step";

/**
 * What a member hears of a link that is not there: asked for and not answered, held by another client of theirs,
 * declined, or ended. Whatever happened last counts; what can still be mended comes first.
 */
export async function explainLink(tx: Tx, judged: Judgement, own: string, typed: string): Promise<Judgement> {
  if (!/^[1-9]\d{0,11}$/.test(typed)) return judged;
  const sellerId = Number(typed);
  const asked = await findAsked(tx, own, sellerId);
  const tell = (code: Judgement["code"], facts: Facts) => ({ code, facts: { ...judged.facts, ...facts } });
  if (asked?.isOpen) return tell("seller.pending", { askedAt: asked.sentAt.toISOString() });
  const other = await findOtherClient(tx, own, sellerId);
  if (other) return tell("seller.other_client", { otherClientId: other });
  const ended = await findEndedLink(tx, own, sellerId);
  const declinedAt = asked?.declinedAt?.toISOString() ?? "";
  if (declinedAt > (ended.linkEndedAt ?? "")) {
    return tell("seller.declined", { declinedAt, ...(asked?.reason && { reason: asked.reason }) });
  }
  return ended.linkEndedAt ? tell("seller.ended", ended) : judged;
}

/** The last invitation that named this seller account and came to nothing yet. */
async function findAsked(tx: Tx, own: string, sellerId: number) {
  const [last] = await tx
    .select({
      sentAt: invitations.sentAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      declinedAt: invitations.declinedAt,
      withdrawnAt: invitations.withdrawnAt,
      reason: invitations.declineReason,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.clientRowId, own),
        or(eq(invitations.expectedSellerId, sellerId), eq(invitations.addresseeSellerId, sellerId)),
      ),
    )
    .orderBy(desc(invitations.sentAt))
    .limit(1);
  if (!last) return null;
  const isOver = last.acceptedAt ?? last.declinedAt ?? last.withdrawnAt;
  return { ...last, isOpen: !isOver && last.expiresAt > now() };
}

/** Another client of the same organisation that may act for the seller account now. */
async function findOtherClient(tx: Tx, own: string, sellerId: number) {
  const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
  // The organisation sees its own clients only, so the join leaves out everybody else's links.
  const [other] = await tx
    .select({ clientId: clients.clientId })
    .from(sellerLinks)
    .innerJoin(clients, eq(clients.id, sellerLinks.clientRowId))
    .where(
      and(
        eq(sellerLinks.sellerId, sellerId),
        ne(sellerLinks.clientRowId, own),
        sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
      ),
    )
    .orderBy(desc(sellerLinks.createdAt))
    .limit(1);
  return other?.clientId;
}

/** When the last link of this pair ended, by whose doing and for what reason, if there was one. */
async function findEndedLink(tx: Tx, clientRowId: string, sellerId: number): Promise<Facts> {
  const [last] = await tx
    .select({
      unlinkedAt: sellerLinks.unlinkedAt,
      expiresAt: sellerLinks.expiresAt,
      endsAt: sellerLinks.endsAt,
      unlinkedBy: sellerLinks.unlinkedBy,
      reason: sellerLinks.reason,
    })
    .from(sellerLinks)
    .where(and(eq(sellerLinks.clientRowId, clientRowId), eq(sellerLinks.sellerId, sellerId)))
    .orderBy(desc(sellerLinks.createdAt))
    .limit(1);
  if (!last) return {};
  const times = [last.unlinkedAt, last.expiresAt, last.endsAt].filter((at) => at !== null && at <= now());
  const [endedAt] = times.sort((a, b) => (a?.getTime() ?? 0) - (b?.getTime() ?? 0));
  if (!endedAt) return {};
  const byClient = last.reason === "partner" || last.reason === "client_deleted";
  // A day that the seller had set is the seller's doing, although the clock closes the link.
  const bySeller = last.unlinkedBy !== null || (last.reason !== null && last.reason !== "lapsed");
  const byMember = byClient ? "client" : bySeller ? "seller" : "clock";
  const linkEndedBy = last.reason === "operator" ? "operator" : byMember;
  const linkEndedAt = endedAt.toISOString();
  return { linkEndedAt, linkEndedBy, ...(last.reason && { endReason: last.reason }) };
}
