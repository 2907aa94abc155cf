import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { invitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Refusal, type Result, refuse } from "../result";
import type { Sender } from "./insert-invitations";
import type { InvitationIdInput } from "./invitation-input";

/** Takes an invitation back. Against an accepting or declining seller one wins; the other learns that it has ended. */
export async function withdrawInvitation(
  actor: Actor,
  { invitationId }: InvitationIdInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "withdraw invitation");
    if (refusal) return refusal;
    if (!wasOffered(actor, "invitationId", invitationId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, invitationId);
    if (stale) return stale;
    const ended = await endInvitation(tx, actor, invitationId);
    return ended ?? done({ goTo: "/invitations?done=withdrawn" });
  });
}

/**
 * The change itself, for pages and the portal API: null when it was withdrawn, `expired` when it had ended before,
 * `not_found` when it is not the sender's, or of another client than `clientRowId` where that is given.
 */
export async function endInvitation(
  tx: Tx,
  sender: Sender,
  invitationId: string,
  clientRowId?: string,
): Promise<Refusal | null> {
  const mine = and(
    eq(invitations.id, invitationId),
    eq(invitations.organisationId, sender.organisationId),
    clientRowId ? eq(invitations.clientRowId, clientRowId) : undefined,
  );
  const [ended] = await tx
    .update(invitations)
    .set({ withdrawnAt: now(), withdrawnBy: sender.personId })
    .where(
      and(
        mine,
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ clientRowId: invitations.clientRowId });
  if (!ended) {
    const [known] = await tx.select({ id: invitations.id }).from(invitations).where(mine);
    return refuse(known ? "expired" : "not_found");
  }
  await recordEvent(tx, sender, {
    type: "invitation.withdrawn",
    organisationId: sender.organisationId,
    clientRowId: ended.clientRowId,
    data: { invitationId },
  });
  return null;
}
