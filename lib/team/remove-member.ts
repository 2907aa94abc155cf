import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow, requireFresh } from "../accounts/allow";
import { findMember } from "../accounts/find-member";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { tellPerson } from "../accounts/tell-owners";
import { memberRemovedLetter } from "../mail/letters/team";
import { done, type Result, refuse } from "../result";
import { endMembership } from "./end-membership";
import { lockTeamFor } from "./lock-team";
import type { MemberInput } from "./team-input";

/**
 * Removes somebody from the team, as of now: their open pages of it answer no more, and their next act is refused.
 * Of two owners who remove each other one stays. Who removes an owner types the password again; oneself one leaves.
 */
export async function removeMember(
  actor: Actor,
  { memberId }: MemberInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "remove member");
    if (refusal) return refusal;
    const member = await findMember(tx, actor, memberId);
    const isOther = memberId !== actor.personId && wasOffered(actor, "memberId", memberId);
    if (!member || !isOther) return refuse("not_found");
    const tooOld = member.role === "owner" ? await requireFresh(tx, actor) : null;
    if (tooOld) return tooOld;
    const stale = await spendFormKey(tx, actor, memberId);
    if (stale) return stale;
    await endMembership(tx, actor, member);
    await tellPerson(tx, actor, member, (language, facts) =>
      memberRemovedLetter(language, { ...facts, by: actor.name }),
    );
    return done({ goTo: "/team?done=removed" });
  });
}
