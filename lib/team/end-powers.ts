import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ownershipOffers, teamInvitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvents } from "../audit/record-event";
import { now } from "../clock";

/** An invitation that nobody has accepted and nobody has taken back; it may be too old. */
export const isUndecided = and(isNull(teamInvitations.acceptedAt), isNull(teamInvitations.withdrawnAt));

/** The same of an offer of the ownership. */
export const isUnanswered = and(
  isNull(ownershipOffers.acceptedAt),
  isNull(ownershipOffers.declinedAt),
  isNull(ownershipOffers.withdrawnAt),
);

/** Takes back the open invitations that somebody sent for the actor's team, and names the addresses. */
export async function withdrawInvitationsOf(tx: Tx, actor: Actor, personId: string): Promise<string[]> {
  const { organisationId } = actor;
  const ended = await tx
    .update(teamInvitations)
    .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
    .where(
      and(
        eq(teamInvitations.organisationId, organisationId),
        eq(teamInvitations.createdBy, personId),
        gt(teamInvitations.expiresAt, now()),
        isUndecided,
      ),
    )
    .returning({ id: teamInvitations.id, email: teamInvitations.email });
  await recordEvents(
    tx,
    actor,
    ended.map(({ id }) => ({
      type: "team_invitation.withdrawn",
      organisationId,
      data: { invitationId: id },
    })),
  );
  return ended.map(({ email }) => email).sort();
}

/** Takes back the open offer of the ownership in which somebody takes part, as giver or as taker. */
export async function closeOfferOf(tx: Tx, actor: Actor, personId: string) {
  const { organisationId } = actor;
  const closed = await tx
    .update(ownershipOffers)
    .set({ withdrawnAt: now() })
    .where(
      and(
        eq(ownershipOffers.organisationId, organisationId),
        or(eq(ownershipOffers.fromPersonId, personId), eq(ownershipOffers.toPersonId, personId)),
        isUnanswered,
      ),
    )
    .returning({ id: ownershipOffers.id });
  await recordEvents(
    tx,
    actor,
    closed.map(({ id }) => ({ type: "ownership.withdrawn", organisationId, data: { offerId: id } })),
  );
}
