import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { teamInvitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { isUndecided } from "./end-powers";
import { lockTeamFor } from "./lock-team";
import type { MemberInvitationInput } from "./team-input";

/** Takes an invitation back. Against a colleague who accepts it at that moment one wins. */
export async function withdrawMemberInvitation(
  actor: Actor,
  { invitationId }: MemberInvitationInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "withdraw member invitation");
    if (refusal) return refusal;
    const { organisationId } = actor;
    const mine = and(
      eq(teamInvitations.id, invitationId),
      eq(teamInvitations.organisationId, organisationId),
    );
    const [known] = await tx.select({ id: teamInvitations.id }).from(teamInvitations).where(mine);
    if (!known || !wasOffered(actor, "invitationId", invitationId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, invitationId);
    if (stale) return stale;
    const ended = await tx
      .update(teamInvitations)
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
      .where(and(mine, isUndecided))
      .returning({ id: teamInvitations.id });
    if (ended.length === 0) return refuse("expired");
    await recordEvent(tx, actor, {
      type: "team_invitation.withdrawn",
      organisationId,
      data: { invitationId },
    });
    return done({ goTo: "/team?done=withdrawn#invitations" });
  });
}
