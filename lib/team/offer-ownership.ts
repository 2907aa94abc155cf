import { and, eq, lte } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { ownershipOffers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findMember } from "../accounts/find-member";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { tellPerson } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { ownershipOfferedLetter } from "../mail/letters/ownership";
import { done, type LimitName, type Result, refuse } from "../result";
import { isUnanswered } from "./end-powers";
import { lockTeamFor } from "./lock-team";
import type { MemberInput } from "./team-input";

const lifeSeconds = 7 * 86_400;

/** Offers to hand the organisation over to a colleague, for seven days. Nothing changes until that one accepts. */
export async function offerOwnership(
  actor: Actor,
  { memberId }: MemberInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "offer ownership");
    if (refusal) return refusal;
    const member = await findMember(tx, actor, memberId);
    if (!member || member.role === "owner" || !wasOffered(actor, "memberId", memberId))
      return refuse("not_found");
    const stale = await spendFormKey(tx, actor, memberId);
    if (stale) return stale;
    const { organisationId } = actor;
    // One that ran out gives way: only an open one stands in the way of another.
    const isOver = lte(ownershipOffers.expiresAt, now());
    await tx
      .update(ownershipOffers)
      .set({ withdrawnAt: now() })
      .where(and(eq(ownershipOffers.organisationId, organisationId), isUnanswered, isOver));
    const offerId = newId();
    const made = await tx
      .insert(ownershipOffers)
      .values({
        id: offerId,
        organisationId,
        fromPersonId: actor.personId,
        toPersonId: memberId,
        createdAt: now(),
        expiresAt: inSeconds(lifeSeconds),
      })
      .onConflictDoNothing()
      .returning({ id: ownershipOffers.id });
    if (made.length === 0)
      return refuse("limit", { facts: { limit: "one_ownership_offer" satisfies LimitName } });
    const { name } = member;
    await recordEvent(tx, actor, { type: "ownership.offered", organisationId, data: { offerId, name } });
    await tellPerson(tx, actor, member, (language, facts) =>
      ownershipOfferedLetter(language, { ...facts, giver: actor.name, taker: name }),
    );
    return done({ goTo: "/team?done=offered#ownership" });
  });
}
