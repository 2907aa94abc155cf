import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { organisations, sessions, teamInvitations } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { SuspendOrganisationInput } from "./input";
import { tellConcerned } from "./tell-concerned";

/**
 * Stops an organisation, for a reason that its owners are told: nobody acts for it, its clients' tokens and calls are
 * refused within a second, messages to its servers wait, sessions that show it and invitations to its team end. Links
 * and secrets stay. Of two operators the second is `stale`.
 */
export async function suspendOrganisation(
  actor: Actor,
  { reason }: SuspendOrganisationInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "suspend organisation");
    if (refusal) return refusal;
    const id = actor.key?.offered.organisation?.[0];
    if (!id) return refuse("not_found");
    const [found] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, id), ne(organisations.kind, "operator")));
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const at = now();
    const [suspended] = await tx
      .update(organisations)
      .set({ suspendedAt: at, suspendedBy: actor.personId, suspendReason: reason })
      .where(and(eq(organisations.id, id), isNull(organisations.suspendedAt)))
      .returning({ name: organisations.name });
    if (!suspended) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "organisation.suspended",
      organisationId: actor.organisationId,
      otherOrganisationId: id,
      data: {
        by: "operator",
        words: reason,
        sessions: await endSessionsIn(tx, id, at),
        invitations: await withdrawInvitations(tx, actor, id, at),
      },
    });
    const about = { what: suspended.name, reason, path: "/help" };
    await tellConcerned(tx, id, null, { kind: "organisation-suspended", ...about });
    return done({ goTo: `/operator/lookup/organisations/${id}?done=suspended` });
  });
}

/** Ends the sessions that show this organisation: by choice, or because their person's first one is it. */
async function endSessionsIn(tx: Tx, organisationId: string, at: Date) {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(
      and(
        isNull(sessions.endedAt),
        sql`${sessions.personId} in (select m.person_id from members m where m.organisation_id = ${organisationId})`,
        sql`coalesce(${sessions.shownOrganisationId}, (select m.organisation_id from members m
          where m.person_id = ${sessions.personId} order by m.created_at, m.organisation_id limit 1)) = ${organisationId}`,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

async function withdrawInvitations(tx: Tx, actor: Actor, organisationId: string, at: Date) {
  const { acceptedAt, withdrawnAt } = teamInvitations;
  const withdrawn = await tx
    .update(teamInvitations)
    .set({ withdrawnAt: at, withdrawnBy: actor.personId })
    .where(and(eq(teamInvitations.organisationId, organisationId), isNull(acceptedAt), isNull(withdrawnAt)))
    .returning({ id: teamInvitations.id });
  return withdrawn.length;
}
