import { sql } from "drizzle-orm";
import { asVisitor, type Tx, within } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findMember } from "../accounts/find-member";
import { spendFormKey } from "../accounts/form-key";
import { holdAlone } from "../accounts/hold-organisation";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { foldEmail } from "../input";
import { accountDeletedLetter } from "../mail/letters/privacy";
import { send } from "../mail/send";
import { done, type LimitName, type Result, refuse } from "../result";
import { endMembership } from "../team/end-membership";
import { lockTeam } from "../team/lock-team";
import { closeOrganisation } from "./close-organisation";
import type { DeleteAccountInput } from "./input";
import { type MembershipRow, readMemberships } from "./read-memberships";

/** The public page that says what is gone and what stays. */
export type DeleteAccountView = { goTo: string; sessionId: null; isFrameStale: true };

/**
 * Deletes the actor's own account, at once and for good: they leave every organisation, those in which nobody else is end
 * with it, and name, address, password and choices are gone everywhere but in the audit trail. Whoever is the only owner
 * of an organisation in which others are hands it over or deletes it first.
 */
export async function deleteAccount(
  actor: Actor,
  { typedEmail, endOrganisations }: DeleteAccountInput,
): Promise<Result<DeleteAccountView>> {
  return asVisitor(async (tx) => {
    // Each team first and in one order, as every act on several of them: what is judged below stays true.
    for (const { organisationId, others } of await readMemberships(tx, actor.sessionId)) {
      if (others === 0) await holdAlone(tx, organisationId);
      await within(tx, organisationId, () => lockTeam(tx));
    }
    const refusal = await allow(tx, actor, "delete account");
    if (refusal) return refusal;
    if (foldEmail(typedEmail) !== foldEmail(actor.email)) {
      return refuse("invalid", { fields: { typedEmail: "email_mismatch" } });
    }
    const memberships = await readMemberships(tx, actor.sessionId);
    const blocking = memberships.find(isNeeded);
    if (blocking) {
      const limit: LimitName = "last_owner_there";
      return refuse("limit", { facts: { limit, organisation: blocking.name } });
    }
    if (memberships.some(({ others }) => others === 0) && !endOrganisations) {
      return refuse("invalid", { fields: { endOrganisations: "must_accept" } });
    }
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    for (const membership of memberships) await leave(tx, actor, membership);
    await recordEvent(tx, actor, {
      type: "person.deleted",
      organisationId: null,
      data: { personId: actor.personId },
    });
    await send(tx, actor.email, (language) => accountDeletedLetter(language, { name: actor.name }));
    await tx.execute(sql`select anonymise_person(${actor.personId}, ${now().toISOString()})`);
    return done({ goTo: "/privacy?gone=account", sessionId: null, isFrameStale: true });
  });
}

/** Whether an organisation would be left without an owner: others are there, or it is the marketplace's own. */
function isNeeded({ role, kind, others, otherOwners }: MembershipRow) {
  return role === "owner" && otherOwners === 0 && (others > 0 || kind === "operator");
}

async function leave(tx: Tx, actor: Actor, { organisationId, others }: MembershipRow) {
  const there = { ...actor, organisationId };
  await within(tx, organisationId, async () => {
    if (others === 0) return closeOrganisation(tx, there);
    const me = await findMember(tx, there, actor.personId);
    if (me) await endMembership(tx, there, me, actor.sessionId);
  });
}
