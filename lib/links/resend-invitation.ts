import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { invitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { makeLinkToken } from "../secrets";
import { invitationUrl, nameOf } from "./insert-invitations";
import type { InvitationIdInput } from "./invitation-input";
import { type NewInvitationView, newInvitationView } from "./invite-seller";
import { hasInviter } from "./list-invitations";
import { mailInvitations } from "./mail-invitations";
import { findInvitingClient } from "./offered-client";

/** Sends an invitation again with a new link, open for as long as at first; the old link ends at that moment. */
export async function resendInvitation(
  actor: Actor,
  { invitationId }: InvitationIdInput,
): Promise<Result<NewInvitationView>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "resend invitation");
    if (refusal) return refusal;
    if (!wasOffered(actor, "invitationId", invitationId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, invitationId);
    if (stale) return stale;
    const mine = and(
      eq(invitations.id, invitationId),
      eq(invitations.organisationId, actor.organisationId),
      isNull(invitations.acceptedAt),
      isNull(invitations.declinedAt),
      isNull(invitations.withdrawnAt),
      hasInviter,
    );
    const [found] = await tx.select({ clientRowId: invitations.clientRowId }).from(invitations).where(mine);
    if (!found) return refuse("expired");
    // The client first, as linking it does: else this and a seller who accepts would wait for each other for ever.
    const client = await findInvitingClient(tx, actor, found.clientRowId);
    if (!client.ok) return client;
    const [old] = await tx.select().from(invitations).where(mine).for("update");
    if (!old) return refuse("expired");

    const at = now();
    const { token, hash } = makeLinkToken();
    const expiresAt = new Date(at.getTime() + old.expiresAt.getTime() - old.sentAt.getTime());
    const replacedHashes = sql`array_append(${invitations.replacedHashes}, ${invitations.tokenHash})`;
    const change = { tokenHash: hash, replacedHashes, expiresAt, sentAt: at, sends: old.sends + 1 };
    await tx.update(invitations).set(change).where(mine);
    await recordEvent(tx, actor, {
      type: "invitation.resent",
      organisationId: actor.organisationId,
      clientRowId: old.clientRowId,
      data: { invitationId, sends: change.sends },
    });
    const { clientId } = client.view;
    const addressee = old.addresseeEmail
      ? { email: old.addresseeEmail }
      : old.addresseeSellerId
        ? { sellerId: old.addresseeSellerId }
        : null;
    const from = { partner: await nameOf(tx, actor.organisationId), clientId, language: actor.language };
    const url = invitationUrl(token);
    await mailInvitations(tx, from, [{ addressee, href: url, until: expiresAt }]);
    const { reference } = old;
    return done(newInvitationView({ id: old.id, url, reference, expiresAt }, clientId, addressee !== null));
  });
}
