import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow, requireFresh } from "../accounts/allow";
import { findMember, listOtherOwners } from "../accounts/find-member";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { tellOwners, tellPerson } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { roleChangedLetter } from "../mail/letters/team";
import { done, type Result, refuse } from "../result";
import { closeOfferOf, withdrawInvitationsOf } from "./end-powers";
import { lockTeamFor } from "./lock-team";
import type { ChangeRoleInput } from "./team-input";

/**
 * Gives a member another role, which counts from their next click on. The only way a role changes but for a hand-over
 * of the ownership: nobody changes their own, and whoever makes or unmakes an owner types the password again.
 */
export async function changeRole(
  actor: Actor,
  { memberId, role }: ChangeRoleInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "change role");
    if (refusal) return refusal;
    if (memberId === actor.personId) {
      const others = await listOtherOwners(tx, actor, actor.personId);
      return refuse("not_allowed", { facts: { who: others.map(({ name }) => name).join(", ") } });
    }
    const member = await findMember(tx, actor, memberId);
    if (!member || !wasOffered(actor, "memberId", memberId)) return refuse("not_found");
    const touchesOwners = member.role !== role && (member.role === "owner" || role === "owner");
    const tooOld = touchesOwners ? await requireFresh(tx, actor) : null;
    if (tooOld) return tooOld;
    const stale = await spendFormKey(tx, actor, memberId);
    if (stale) return stale;
    const { organisationId } = actor;
    if (member.role !== role) {
      await tx
        .update(members)
        .set({ role })
        .where(and(eq(members.organisationId, organisationId), eq(members.personId, memberId)));
      if (member.role === "owner") await withdrawInvitationsOf(tx, actor, memberId);
      if (touchesOwners) await closeOfferOf(tx, actor, memberId);
      const { name } = member;
      await recordEvent(tx, actor, {
        type: "member.role_changed",
        organisationId,
        data: { memberId, name, from: member.role, role },
      });
      const by = actor.name;
      await tellPerson(tx, actor, member, (language, facts) =>
        roleChangedLetter(language, { ...facts, by, role, member: null }),
      );
      if (touchesOwners)
        await tellOwners(tx, actor, [actor.personId, memberId], (language, facts) =>
          roleChangedLetter(language, { ...facts, by, role, member: name }),
        );
    }
    return done({ goTo: "/team?done=changed" });
  });
}
