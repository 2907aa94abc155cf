import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { type Refusal, refuse } from "../result";

/**
 * The client that an operator's form is about, whoever owns it, named in the form's signed key. The portal's own
 * starter client is nobody's to stop; a deleted or unknown one is `not_found`.
 */
export async function findClientOfForm(tx: Tx, actor: Actor) {
  const id = actor.key?.offered.client?.[0];
  if (!id) return refuse("not_found") as Refusal;
  const [client] = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.id, id), isNull(clients.deletedAt), isNull(clients.starterSince)));
  return client ? { ok: true as const, view: client } : (refuse("not_found") as Refusal);
}
