import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow, requireFresh } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result } from "../result";
import { lockTeamFor } from "./lock-team";
import { sendTeamInvitation } from "./send-team-invitation";
import type { InviteMemberInput } from "./team-input";

/**
 * Asks somebody by letter to join the team. The answer is the same whether the address has an account or not; asking
 * an address again replaces the link it has. Who invites an owner types the password again.
 */
export async function inviteMember(
  actor: Actor,
  { email, role }: InviteMemberInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "invite member");
    if (refusal) return refusal;
    const tooOld = role === "owner" ? await requireFresh(tx, actor) : null;
    if (tooOld) return tooOld;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const refused = await sendTeamInvitation(tx, actor, { email, role });
    return refused ?? done({ goTo: "/team?done=invited#invitations" });
  });
}
