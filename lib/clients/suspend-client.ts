import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import { findOwnClient } from "./own-client";
import { tellContact } from "./tell-contact";

/** Stops a client: no new tokens, and those it holds are refused, within a second. Links and secrets stay. */
export async function suspendClient(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "suspend client");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const goTo = `/clients/${client.id}?done=suspended`;
    if (client.suspendedAt) return done({ goTo });
    await tx
      .update(clients)
      .set({ suspendedAt: now(), suspendedBy: actor.personId })
      .where(eq(clients.id, client.id));
    const { organisationId } = actor;
    await recordEvent(tx, actor, { type: "client.suspended", organisationId, clientRowId: client.id });
    await tellContact(tx, actor, client, "suspended");
    return done({ goTo });
  });
}
