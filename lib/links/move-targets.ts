import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";
import { refuse } from "../result";

/** The clientIds to which the linked sellers of a client can be moved: its owner's others that work; at most 200. */
export async function listMoveTargets(organisationId: string, clientRowId: string): Promise<string[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await tx
      .select({ clientId: clients.clientId })
      .from(clients)
      .where(isTarget(organisationId, clientRowId))
      .orderBy(asc(clients.clientId))
      .limit(200);
    return rows.map(({ clientId }) => clientId);
  });
}

/** One of them, named by the form that offered it. A foreign, suspended or unknown one is `not_found`. */
export async function findMoveTarget(tx: Tx, actor: Actor, clientRowId: string, clientId: string) {
  const [target] = wasOffered(actor, "clientId", clientId)
    ? // Not held: the run looks again, and two that move both ways must not wait for each other.
      await tx
        .select({ id: clients.id, clientId: clients.clientId })
        .from(clients)
        .where(and(isTarget(actor.organisationId, clientRowId), eq(clients.clientId, clientId)))
    : [];
  if (target) return { ok: true as const, view: target };
  return refuse("not_found", { fields: { clientId: "bad_choice" } });
}

function isTarget(organisationId: string, clientRowId: string) {
  const { id, organisationId: owner, deletedAt, suspendedAt, starterSince } = clients;
  return and(
    eq(owner, organisationId),
    ne(id, clientRowId),
    isNull(deletedAt),
    isNull(suspendedAt),
    isNull(starterSince),
  );
}
