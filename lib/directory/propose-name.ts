import { and, eq } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { clients, members, namePermits, organisations, people } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { foldEmail } from "../input";
import { done, type Result, refuse } from "../result";
import type { ProposeNameInput } from "./desk-input";
import { findNameFault } from "./find-name-fault";
import { nameSkeleton } from "./name-skeleton";

/**
 * Proposes that an aggregator may carry a protected name. Nothing follows from it before a second operator confirms; one
 * name is proposed to one company once.
 */
export async function proposeName(
  actor: Actor,
  { organisation, name, reason }: ProposeNameInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "propose name");
    if (refusal) return refusal;
    const [found, ...others] = await findAggregators(tx, organisation);
    // Somebody who works for two companies must be asked which; the desk does not guess.
    if (!found || others.length > 0) return refuse("not_found", { fields: { organisation: "bad_choice" } });
    const fault = findNameFault(name);
    if (fault) return refuse("invalid", { fields: { name: fault } });
    const permitId = newId();
    const stale = await spendFormKey(tx, actor, permitId);
    if (stale) return stale;
    const made = await tx
      .insert(namePermits)
      .values({
        id: permitId,
        organisationId: found.id,
        name,
        nameSkeleton: nameSkeleton(name),
        reason,
        proposedAt: now(),
        proposedBy: actor.personId,
      })
      .onConflictDoNothing()
      .returning({ id: namePermits.id });
    if (made.length === 0) return refuse("taken", { fields: { name: "bad_choice" } });
    await recordEvent(tx, actor, {
      type: "name.proposed",
      organisationId: actor.organisationId,
      otherOrganisationId: found.id,
      data: { permitId, name, reason },
    });
    return done({ goTo: "/operator/names?done=proposed" });
  });
}

/** The aggregators behind a clientId, or those that the holder of an address works for. */
async function findAggregators(tx: Tx, asked: string) {
  const isAggregator = eq(organisations.kind, "aggregator");
  const byClient = await tx
    .select({ id: organisations.id })
    .from(clients)
    .innerJoin(organisations, eq(organisations.id, clients.organisationId))
    .where(and(eq(clients.clientId, asked), isAggregator));
  if (byClient.length > 0) return byClient;
  return tx
    .select({ id: organisations.id })
    .from(people)
    .innerJoin(members, eq(members.personId, people.id))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(people.emailFold, foldEmail(asked)), isAggregator));
}
