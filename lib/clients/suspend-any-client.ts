import { and, eq, isNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tellConcerned } from "../accounts/tell-concerned";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { findClientOfForm } from "./client-of-form";
import type { SuspendAnyClientInput } from "./input";

/**
 * Stops a client of anybody, for a reason that its owners are told: within a second it gets no tokens, and those it
 * holds are refused. Its owner cannot resume it. Of two operators the second is `stale`.
 */
export async function suspendAnyClient(
  actor: Actor,
  { reason }: SuspendAnyClientInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "suspend any client");
    if (refusal) return refusal;
    const found = await findClientOfForm(tx, actor);
    if (!found.ok) return found;
    const { id, clientId, organisationId, contactEmail } = found.view;
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const at = now();
    const suspended = await tx
      .update(clients)
      .set({
        operatorSuspendedAt: at,
        suspendReason: reason,
        // One that its owner had suspended before stays so when this ends.
        suspendedAt: sql`coalesce(${clients.suspendedAt}, ${at.toISOString()}::timestamptz)`,
        suspendedBy: sql`coalesce(${clients.suspendedBy}, ${actor.personId}::uuid)`,
      })
      .where(and(eq(clients.id, id), isNull(clients.operatorSuspendedAt), isNull(clients.deletedAt)))
      .returning({ id: clients.id });
    if (suspended.length === 0) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "client.suspended",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      clientRowId: id,
      data: { by: "operator", words: reason },
    });
    const about = { what: clientId, reason, path: `/clients/${id}#suspend` };
    await tellConcerned(tx, organisationId, contactEmail, { kind: "client-suspended-by-operator", ...about });
    return done({ goTo: `/operator/lookup/clients/${id}?done=suspended` });
  });
}
