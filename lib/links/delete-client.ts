import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import type { DeleteClientInput } from "../clients/input";
import { findOwnClient } from "../clients/own-client";
import { tellContact } from "../clients/tell-contact";
import { done, type Result, refuse } from "../result";
import { endClient } from "./end-client";
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
    const ended = await endClient(tx, actor, client);
    if (ended.cut.length > 0 && !input.endLinks) {
      return refuse("invalid", { fields: { endLinks: "must_accept" } });
    }
    await tellLinksEnded(tx, actor, [...ended.cut, ...ended.lapsed]);
    await tellContact(tx, actor, client, "deleted");
    return done({ goTo: "/clients?done=deleted" });
  });
}
