import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Refusal, type Result, refuse } from "../result";
import { findInvitationIn, type InvitationView } from "./find-invitation";
import type { LockedClient } from "./lock-client-for-link";
import { tellInvitationAccepted } from "./tell-invitation";

/**
 * The invitation that the consent page was opened with, if there was one: still open, of this very client, and for
 * the account chosen. `expired` where it is no longer, `invalid` where it expects another account.
 */
export async function findInvitationOfForm(
  tx: Tx,
  actor: Actor,
  client: LockedClient,
  sellerId: number,
): Promise<Result<InvitationView | null>> {
  const asked = actor.key?.offered.invitation?.[0];
  if (!asked) return done(null);
  const invitation = await findInvitationIn(tx, asked);
  if (invitation?.state !== "open" || invitation.clientRowId !== client.id) return refuse("expired");
  const expected = invitation.expectedSellerId ?? sellerId;
  if (expected === sellerId) return done(invitation);
  return refuse("invalid", {
    fields: { sellerId: "seller_not_expected" },
    facts: { expected: String(expected) },
  });
}

/** Accepts it with the link just opened, and tells its sender; `expired` where somebody else was faster. */
export async function acceptInvitation(
  tx: Tx,
  actor: Actor,
  invitation: InvitationView,
  link: { linkId: string; sellerId: number; shopName: string },
): Promise<Refusal | null> {
  const at = now();
  const [accepted] = await tx.execute(
    sql`select * from accept_invitation(${invitation.id}, ${link.linkId}, ${actor.personId}, ${at.toISOString()})`,
  );
  if (!accepted) return refuse("expired");
  const { clientId, reference } = invitation;
  await recordEvent(tx, actor, {
    type: "invitation.accepted",
    organisationId: actor.organisationId,
    otherOrganisationId: invitation.organisationId,
    clientRowId: invitation.clientRowId,
    sellerId: link.sellerId,
    data: { invitationId: invitation.id, linkId: link.linkId },
  });
  await tellInvitationAccepted(tx, { ...link, invitationId: invitation.id, clientId, reference, at });
  return null;
}
