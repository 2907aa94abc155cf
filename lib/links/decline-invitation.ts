import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { mayMailIn } from "../accounts/mail-limit";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { declinedLetter } from "../mail/letters/invitations";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import { hashToken } from "../secrets";
import { findInvitationIn, isInvitationToken } from "./find-invitation";
import { nameOf } from "./insert-invitations";
import type { DeclineInvitationInput } from "./invitation-input";

/**
 * Declines an invitation for the seller's organisation, with a reason for the sender. The form's key names it by the
 * token of its link or as a request that waits for this organisation; the posted id must be the same invitation's.
 */
export async function declineInvitation(
  actor: Actor,
  { invitationId, reason }: DeclineInvitationInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "decline invitation");
    if (refusal) return refusal;
    const name = actor.key?.offered.invitation?.[0] ?? "";
    const found = await findInvitationIn(tx, name);
    // A request that has ended is not found any more, but its form has offered it.
    if (!found && !actor.key?.offered.invitationId?.includes(invitationId)) return refuse("not_found");
    if (found && found.id !== invitationId) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, invitationId);
    if (stale) return stale;
    const [at, hash] = [now().toISOString(), isInvitationToken(name) ? hashToken(name) : null];
    const [declined] = await tx.execute<{ organisation_id: string; client_row_id: string }>(
      sql`select * from decline_invitation(${invitationId}, ${hash}::bytea, ${actor.personId}, ${reason}, ${at})`,
    );
    if (!declined || !found) return refuse("expired");
    await recordEvent(tx, actor, {
      type: "invitation.declined",
      organisationId: actor.organisationId,
      otherOrganisationId: declined.organisation_id,
      clientRowId: declined.client_row_id,
      data: { invitationId, reason },
    });
    const [contact] = await tx.execute<{ email: string | null }>(
      sql`select contact_of_invitation(${invitationId}) as email`,
    );
    if (contact?.email && (await mayMailIn(tx, contact.email, "invitation-declined"))) {
      const seller = await nameOf(tx, actor.organisationId);
      const { clientId, reference } = found;
      const href = `${env().PUBLIC_URL}/invitations?state=declined`;
      const facts = { seller, clientId, reference, reason, href };
      await send(tx, contact.email, (language) => declinedLetter(language, facts), actor.language);
    }
    return done({ goTo: hash ? `/i/${name}?done=declined` : "/seller?done=request-declined" });
  });
}
