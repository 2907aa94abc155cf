import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { teamInvitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow, requireFresh } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { done, type Result, refuse } from "../result";
import { isUndecided } from "./end-powers";
import { lockTeamFor } from "./lock-team";
import { sendTeamInvitation } from "./send-team-invitation";
import type { MemberInvitationInput } from "./team-input";

/** Sends an invitation again, with a new link for another 72 hours; the old link ends at that moment. */
export async function resendMemberInvitation(
  actor: Actor,
  { invitationId }: MemberInvitationInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "resend member invitation");
    if (refusal) return refusal;
    if (!wasOffered(actor, "invitationId", invitationId)) return refuse("not_found");
    const mine = and(
      eq(teamInvitations.id, invitationId),
      eq(teamInvitations.organisationId, actor.organisationId),
    );
    const [known] = await tx.select({ role: teamInvitations.role }).from(teamInvitations).where(mine);
    if (!known) return refuse("not_found");
    const tooOld = known.role === "owner" ? await requireFresh(tx, actor) : null;
    if (tooOld) return tooOld;
    const stale = await spendFormKey(tx, actor, invitationId);
    if (stale) return stale;
    const [open] = await tx
      .select({ email: teamInvitations.email, role: teamInvitations.role })
      .from(teamInvitations)
      .where(and(mine, isUndecided));
    if (!open) return refuse("expired");
    const refused = await sendTeamInvitation(tx, actor, open);
    return refused ?? done({ goTo: "/team?done=resent#invitations" });
  });
}
