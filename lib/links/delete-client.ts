import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients, secrets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import type { DeleteClientInput } from "../clients/input";
import { findOwnClient } from "../clients/own-client";
import { tellContact } from "../clients/tell-contact";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { endInvitationsOfClient } from "./end-invitations-of-client";
import { endLinksOfClient } from "./end-links-of-client";
import { tellLinksEnded } from "./tell-link";

/**
 * Deletes a client for good: its secrets, tokens, links and open invitations end in the same transaction, its
 * clientId is never free again. Asks for the clientId typed, and for a tick where links are open.
 */
export async function deleteClient(
  actor: Actor,
  input: DeleteClientInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "delete client");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    if (input.typedClientId !== client.clientId) {
      return refuse("invalid", { fields: { typedClientId: "client_id_mismatch" } });
    }
    const { cut, lapsed } = await endLinksOfClient(tx, actor, client.id);
    if (cut.length > 0 && !input.endLinks) return refuse("invalid", { fields: { endLinks: "must_accept" } });
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
    await tellLinksEnded(tx, actor, [...cut, ...lapsed]);
    await tellContact(tx, actor, client, "deleted");
    return done({ goTo: "/clients?done=deleted" });
  });
}
