import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, secrets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { endInvitationsOfClient } from "./end-invitations-of-client";
import { endLinksOfClient } from "./end-links-of-client";

/**
 * Ends a client of the actor's organisation for good inside the act's transaction: links, open invitations, secrets and
 * tokens. Returns the links that ended, of which the other side is to be told.
 */
export async function endClient(tx: Tx, actor: Actor, client: { id: string; clientId: string }) {
  const ended = await endLinksOfClient(tx, actor, client.id);
  await endInvitationsOfClient(tx, actor, client.id);
  const at = now();
  const by = actor.personId;
  await tx
    .update(secrets)
    .set({ retiredAt: at, retiredBy: by })
    .where(and(eq(secrets.clientRowId, client.id), isNull(secrets.retiredAt)));
  await tx
    .update(clients)
    .set({ deletedAt: at, deletedBy: by, tokensNotBefore: at })
    .where(eq(clients.id, client.id));
  await recordEvent(tx, actor, {
    type: "client.deleted",
    organisationId: actor.organisationId,
    clientRowId: client.id,
    data: { clientId: client.clientId },
  });
  return ended;
}
