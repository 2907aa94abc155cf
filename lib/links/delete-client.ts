import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients, secrets, sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import type { DeleteClientInput } from "../clients/input";
import { findOwnClient } from "../clients/own-client";
import { tellContact } from "../clients/tell-contact";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { tellLinkEnded } from "./tell-link";

/**
 * Deletes a client for good: its secrets, tokens and links end in the same transaction, its clientId is never
 * free again. Asks for the clientId typed, and for a tick where links are open.
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
    const at = now();
    const by = actor.personId;
    const ended = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: at, unlinkedBy: by, reason: "client_deleted" })
      .where(and(eq(sellerLinks.clientRowId, client.id), isNull(sellerLinks.unlinkedAt)))
      .returning({
        ...getTableColumns(sellerLinks),
        wasOpen: sql<boolean>`link_is_open(null, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at.toISOString()})`,
      });
    if (ended.some((link) => link.wasOpen) && !input.endLinks) {
      return refuse("invalid", { fields: { endLinks: "must_accept" } });
    }
    await tx
      .update(secrets)
      .set({ retiredAt: at, retiredBy: by })
      .where(and(eq(secrets.clientRowId, client.id), isNull(secrets.retiredAt)));
    await tx
      .update(clients)
      .set({ deletedAt: at, deletedBy: by, tokensNotBefore: at })
      .where(eq(clients.id, client.id));

    const about = { organisationId: actor.organisationId, clientRowId: client.id };
    for (const link of ended) {
      const data = { linkId: link.id, reason: "client_deleted" };
      const otherOrganisationId = link.sellerOrganisationId;
      await recordEvent(tx, actor, {
        ...about,
        otherOrganisationId,
        type: "link.ended",
        sellerId: link.sellerId,
        data,
      });
      await tellLinkEnded(tx, actor, link);
    }
    await recordEvent(tx, actor, { ...about, type: "client.deleted", data: { clientId: client.clientId } });
    await tellContact(tx, actor, client, "deleted");
    return done({ goTo: "/clients?done=deleted" });
  });
}
