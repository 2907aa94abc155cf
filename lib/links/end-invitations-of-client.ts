import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvents } from "../audit/record-event";
import { now } from "../clock";

/** Withdraws what is still open of the invitations of a client that is being deleted, with an event each. */
export async function endInvitationsOfClient(tx: Tx, actor: Actor, clientRowId: string) {
  const at = now();
  const ended = await tx
    .update(invitations)
    .set({ withdrawnAt: at, withdrawnBy: actor.personId })
    .where(
      and(
        eq(invitations.clientRowId, clientRowId),
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, at),
      ),
    )
    .returning({ id: invitations.id });
  const events = ended.map(({ id }) => ({
    type: "invitation.withdrawn" as const,
    organisationId: actor.organisationId,
    clientRowId,
    data: { invitationId: id },
  }));
  await recordEvents(tx, actor, events);
}
