import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { endpoints } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { type Refusal, refuse } from "../result";
import { findOwnClient } from "./own-client";

/** The live endpoint that a form names, with its client; a foreign, removed or unknown one is `not_found`. */
export async function findOwnEndpoint(tx: Tx, actor: Actor, endpointId: string) {
  const client = await findOwnClient(tx, actor);
  if (!client.ok) return client;
  const [endpoint] = await tx
    .select()
    .from(endpoints)
    .where(
      and(
        eq(endpoints.id, endpointId),
        eq(endpoints.clientRowId, client.view.id),
        isNull(endpoints.removedAt),
      ),
    );
  if (!endpoint) return refuse("not_found") as Refusal;
  return { ok: true as const, view: { client: client.view, endpoint } };
}
