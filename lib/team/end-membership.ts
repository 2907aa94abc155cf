import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import type { MemberRow } from "../accounts/find-member";
import { tellOwners } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { memberGoneLetter } from "../mail/letters/team";
import { closeOfferOf, withdrawInvitationsOf } from "./end-powers";

/**
 * Ends a membership inside the act's transaction, with the team locked: the browsers that show this organisation are
 * signed out (but `exceptSessionId`), what the member had begun here is taken back, and the owners are told.
 */
export async function endMembership(tx: Tx, actor: Actor, member: MemberRow, exceptSessionId?: string) {
  const { organisationId } = actor;
  const { personId, name } = member;
  const hasLeft = personId === actor.personId;
  // While the membership still stands: what a browser without a choice shows depends on it.
  await tx.execute(
    sql`select end_sessions_showing_me(${personId}, ${exceptSessionId ?? null}, ${now().toISOString()})`,
  );
  const withdrawn = await withdrawInvitationsOf(tx, actor, personId);
  await closeOfferOf(tx, actor, personId);
  await tx
    .delete(members)
    .where(and(eq(members.organisationId, organisationId), eq(members.personId, personId)));
  await recordEvent(tx, actor, {
    type: hasLeft ? "member.left" : "member.removed",
    organisationId,
    data: { memberId: personId, name, role: member.role },
  });
  const by = hasLeft ? null : actor.name;
  await tellOwners(tx, actor, [actor.personId, personId], (language, facts) =>
    memberGoneLetter(language, { ...facts, member: name, by, withdrawn }),
  );
}
