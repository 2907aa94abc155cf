import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { clients, organisations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { besideOthers } from "../accounts/hold-organisation";
import { tellConcerned } from "../accounts/tell-concerned";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import { foldClientId } from "./client-id";
import type { CreateClientForOthersInput } from "./input";

/**
 * Makes a client for an organisation under a clientId that users could not choose, such as a short one. It has no
 * secret: its owners make one, so that the operator never sees any.
 */
export async function createClientForOthers(
  actor: Actor,
  { clientId, contactEmail, reason }: CreateClientForOthersInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "create client for others");
    if (refusal) return refusal;
    const organisationId = actor.key?.offered.organisation?.[0];
    if (!organisationId) return refuse("not_found");
    await tx.execute(sql`select ${besideOthers(organisationId)}`);
    const { kind, suspendedAt } = organisations;
    const [owner] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), ne(kind, "operator"), isNull(suspendedAt)));
    if (!owner) return refuse("not_found");
    const id = newId();
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const row = {
      id,
      organisationId,
      clientId,
      fold: foldClientId(clientId),
      contactEmail,
      createdAt: now(),
    };
    const claimed = await tx.insert(clients).values(row).onConflictDoNothing().returning({ id: clients.id });
    if (claimed.length === 0) return refuse("taken", { fields: { clientId: "client_id_taken" } });
    await recordEvent(tx, actor, {
      type: "client.created",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      clientRowId: id,
      data: { clientId, by: "operator", words: reason },
    });
    const about = { what: clientId, reason, path: `/clients/${id}#add-secret` };
    await tellConcerned(tx, organisationId, contactEmail, { kind: "client-created-by-operator", ...about });
    return done({ goTo: `/operator/lookup/clients/${id}?done=created` });
  });
}
