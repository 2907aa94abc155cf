import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";
import { type Refusal, refuse } from "../result";

type Owner = Pick<Actor, "organisationId">;

/** The client that a form named by its clientId, if the form offered it and it still works: else `not_found`. */
export async function findOfferedClient(tx: Tx, actor: Actor, clientId: string) {
  if (!wasOffered(actor, "clientId", clientId)) return unknown;
  return findWorkingClient(tx, actor, eq(clients.clientId, clientId));
}

/** The client of one of the organisation's own invitations, on the same condition. */
export async function findInvitingClient(tx: Tx, actor: Owner, clientRowId: string) {
  return findWorkingClient(tx, actor, eq(clients.id, clientRowId));
}

const unknown: Refusal = refuse("not_found", { fields: { clientId: "bad_choice" } });

async function findWorkingClient(tx: Tx, actor: Owner, named: SQL) {
  const [client] = await tx
    .select({ id: clients.id, clientId: clients.clientId })
    .from(clients)
    .where(
      and(
        named,
        eq(clients.organisationId, actor.organisationId),
        isNull(clients.deletedAt),
        isNull(clients.suspendedAt),
      ),
    )
    // Its end or suspension comes before or after, not in between.
    .for("share");
  return client ? { ok: true as const, view: client } : unknown;
}
