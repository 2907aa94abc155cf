import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerLinks, type Via } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Refusal, refuse } from "../result";
import { tellLinkCreated, tellLinkEnded } from "./tell-link";

/** A link to be opened. Its client was found under the actor's own wall, or held by `lock_client_for_link`. */
export type NewLink = {
  clientRowId: string;
  clientOrganisationId: string;
  clientId: string;
  sellerId: number;
  via: Via;
  reference?: string | null;
  expiresAt?: Date | null;
  /** An end that the account's owner had planned already. */
  endsAt?: Date | null;
  /** The operator links for others: whose account it is, by what name the desk signs, and why. */
  onBehalf?: { sellerOrganisationId: string | null; desk: string; because: string };
};

/**
 * Opens a link between a client and a seller account of the actor's organisation, or of the one the operator acts
 * on behalf of, with its event, and tells the client's side. A lapsed row of the pair is closed first, so linking
 * again always works; an open one makes this `already_linked`. The unique index decides races.
 */
export async function insertLink(
  tx: Tx,
  actor: Actor,
  link: NewLink,
): Promise<{ ok: true; view: { linkId: string; shopName: string } } | Refusal> {
  const { clientId, onBehalf, ...columns } = link;
  const sellerOrganisationId = onBehalf ? onBehalf.sellerOrganisationId : actor.organisationId;
  const at = now();
  const ending = sql`least(${sellerLinks.expiresAt}, ${sellerLinks.endsAt})`;
  const [lapsed] = await tx
    .update(sellerLinks)
    .set({ unlinkedAt: ending, reason: sql`coalesce(${sellerLinks.reason}, 'lapsed')` })
    .where(
      and(
        eq(sellerLinks.clientRowId, link.clientRowId),
        eq(sellerLinks.sellerId, link.sellerId),
        isNull(sellerLinks.unlinkedAt),
        sql`not link_is_open(null, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at.toISOString()})`,
      ),
    )
    .returning();
  if (lapsed) {
    await recordEvent(
      tx,
      { name: "clock" },
      {
        type: "link.ended",
        organisationId: sellerOrganisationId,
        otherOrganisationId: link.clientOrganisationId,
        clientRowId: link.clientRowId,
        sellerId: link.sellerId,
        data: { linkId: lapsed.id, reason: lapsed.reason, endsAt: lapsed.unlinkedAt?.toISOString() ?? null },
      },
    );
  }
  const isOwn = link.clientOrganisationId === sellerOrganisationId;
  const [opened] = await tx
    .insert(sellerLinks)
    .values({
      id: newId(),
      ...columns,
      sellerOrganisationId,
      createdAt: at,
      // Its maker is shown as a colleague; who of the staff it was, stands in the trail.
      createdBy: onBehalf ? null : actor.personId,
      // Of a client of one's own nobody else needs to be told.
      toldAt: isOwn ? at : null,
      toldBy: isOwn ? "own" : null,
    })
    .onConflictDoNothing()
    .returning();
  if (!opened) return refuse("already_linked");
  await recordEvent(tx, actor, {
    type: "link.created",
    organisationId: sellerOrganisationId,
    otherOrganisationId: link.clientOrganisationId,
    clientRowId: link.clientRowId,
    sellerId: link.sellerId,
    data: { linkId: opened.id, via: link.via, ...(onBehalf && { by: "operator", words: onBehalf.because }) },
  });
  if (lapsed) await tellLinkEnded(tx, { name: "clock" }, lapsed);
  const who = onBehalf ? { ...actor, name: onBehalf.desk, because: onBehalf.because } : actor;
  // What the operator did is told also where both sides are one.
  if (!isOwn || onBehalf) await tellLinkCreated(tx, who, opened, clientId);
  return done({ linkId: opened.id, shopName: opened.shopName });
}
