import { and, eq, isNotNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tellConcerned } from "../accounts/tell-concerned";
import { recordEvent } from "../audit/record-event";
import { done, type Result, refuse } from "../result";
import { findClientOfForm } from "./client-of-form";
import type { ResumeAnyClientInput } from "./input";

/** Ends the operator's suspension of a client. One that its owner had suspended before stays the owner's to resume. */
export async function resumeAnyClient(
  actor: Actor,
  { reason }: ResumeAnyClientInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "resume any client");
    if (refusal) return refusal;
    const found = await findClientOfForm(tx, actor);
    if (!found.ok) return found;
    const { id, clientId, organisationId, contactEmail } = found.view;
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const wasOwners = sql`${clients.suspendedAt} < ${clients.operatorSuspendedAt}`;
    const resumed = await tx
      .update(clients)
      .set({
        operatorSuspendedAt: null,
        suspendReason: null,
        suspendedAt: sql`case when ${wasOwners} then ${clients.suspendedAt} end`,
        suspendedBy: sql`case when ${wasOwners} then ${clients.suspendedBy} end`,
      })
      .where(and(eq(clients.id, id), isNotNull(clients.operatorSuspendedAt)))
      .returning({ id: clients.id });
    if (resumed.length === 0) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "client.resumed",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      clientRowId: id,
      data: { by: "operator", words: reason },
    });
    const about = { what: clientId, reason, path: `/clients/${id}` };
    await tellConcerned(tx, organisationId, contactEmail, { kind: "client-resumed-by-operator", ...about });
    return done({ goTo: `/operator/lookup/clients/${id}?done=resumed` });
  });
}
