import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ownershipOffers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";
import { now } from "../clock";
import { done, type Refusal, type Result, refuse } from "../result";

/** An offer of the ownership in the actor's organisation, and whether it can still be answered. */
export type OfferRow = { id: string; fromPersonId: string; toPersonId: string; isOpen: boolean };

/** The offer that the actor's form is about; `not_found` for one of another team, or not for this actor. */
export async function findOwnOffer(
  tx: Tx,
  actor: Actor,
  offerId: string,
  side: "giver" | "taker",
): Promise<Result<OfferRow>> {
  const [row] = await tx
    .select()
    .from(ownershipOffers)
    .where(and(eq(ownershipOffers.id, offerId), eq(ownershipOffers.organisationId, actor.organisationId)));
  const isTheirs = side === "giver" || row?.toPersonId === actor.personId;
  if (!row || !isTheirs || !wasOffered(actor, "offerId", offerId)) return refuse("not_found");
  const { id, fromPersonId, toPersonId, acceptedAt, declinedAt, withdrawnAt, expiresAt } = row;
  const isOpen = !acceptedAt && !declinedAt && !withdrawnAt && expiresAt > now();
  return done({ id, fromPersonId, toPersonId, isOpen });
}

/** The refusal of an offer that can no longer be answered; null where it can. */
export const refuseClosed = ({ isOpen }: OfferRow): Refusal | null => (isOpen ? null : refuse("expired"));
