import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { type Refusal, refuse } from "../result";

/**
 * The client a form on its page is about, named in the form's signed key and read under the organisation's own
 * policy: a foreign, deleted or unknown one is `not_found`.
 */
export async function findOwnClient(tx: Tx, actor: Actor) {
  const id = actor.key?.offered.client?.[0];
  if (!id) return refuse("not_found") as Refusal;
  const [client] = await tx
    .select()
    .from(clients)
    .where(
      and(eq(clients.id, id), eq(clients.organisationId, actor.organisationId), isNull(clients.deletedAt)),
    )
    .for("update");
  return client ? { ok: true as const, view: client } : (refuse("not_found") as Refusal);
}
