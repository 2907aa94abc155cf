import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { isOpenAt } from "./narrow-links";
import { tellLinkEnded } from "./tell-link";

type Row = { link_id: string; client_id: string; seller_id: string; asked_by: string | null };

/** The access that ends where a request is accepted, held until then. */
export type MovedLink = { linkId: string; askedBy: string | null };

/** The clientId whose access ends when this organisation accepts the request; null where it takes nobody's place. */
export async function findMovedClientId(organisationId: string, invitationId: string) {
  return inOrganisation({ organisationId }, async (tx) => {
    const moved = await findMoved(tx, invitationId);
    return moved && (await isOpen(tx, moved.link_id)) ? moved.client_id : null;
  });
}

/**
 * Holds the link that a request takes the place of, before anything else of the new one is written: its end, by
 * whomever, comes before or after. Null where there is none, or none of this account.
 */
export async function holdMovedLink(
  tx: Tx,
  invitationId: string,
  sellerId: number,
): Promise<MovedLink | null> {
  const moved = await findMoved(tx, invitationId);
  if (!moved || Number(moved.seller_id) !== sellerId) return null;
  const { link_id: linkId, asked_by: askedBy } = moved;
  await tx.select({ id: sellerLinks.id }).from(sellerLinks).where(eq(sellerLinks.id, linkId)).for("update");
  return { linkId, askedBy };
}

/**
 * Ends it in the name of its client's side, who asked for that, now that the account's owner has agreed: with its
 * event, its message and its letters. Nothing where somebody, or the clock, has ended it before.
 */
export async function endMovedLink(tx: Tx, actor: Actor, moved: MovedLink, newLinkId: string) {
  const at = now();
  const [ended] = await tx
    .update(sellerLinks)
    .set({ unlinkedAt: at, unlinkedBy: moved.askedBy, reason: "partner" })
    .where(and(eq(sellerLinks.id, moved.linkId), isNull(sellerLinks.unlinkedAt), isOpenAt(at.toISOString())))
    .returning();
  if (!ended) return;
  await recordEvent(tx, actor, {
    type: "link.ended",
    organisationId: actor.organisationId,
    otherOrganisationId: ended.clientOrganisationId,
    clientRowId: ended.clientRowId,
    sellerId: ended.sellerId,
    data: { linkId: ended.id, reason: "partner", movedTo: newLinkId },
  });
  await tellLinkEnded(tx, actor, ended);
}

async function findMoved(tx: Tx, invitationId: string): Promise<Row | null> {
  const [row] = await tx.execute<Row>(sql`select * from link_moved_by(${invitationId})`);
  return row ?? null;
}

async function isOpen(tx: Tx, linkId: string) {
  const [link] = await tx
    .select({ id: sellerLinks.id })
    .from(sellerLinks)
    .where(and(eq(sellerLinks.id, linkId), isOpenAt(now().toISOString())));
  return link !== undefined;
}
