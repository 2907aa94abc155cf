import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { done, type LimitName, type Result, refuse } from "../result";
import { findOwnClient } from "./own-client";

/** Lets a suspended client work again, with the secrets and links it had. */
export async function resumeClient(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "resume client");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    // What the operator stopped, the operator resumes.
    if (client.operatorSuspendedAt)
      return refuse("not_allowed", { facts: { limit: "client_stopped" satisfies LimitName } });
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const goTo = `/clients/${client.id}?done=resumed`;
    if (!client.suspendedAt) return done({ goTo });
    await tx.update(clients).set({ suspendedAt: null, suspendedBy: null }).where(eq(clients.id, client.id));
    const { organisationId } = actor;
    await recordEvent(tx, actor, { type: "client.resumed", organisationId, clientRowId: client.id });
    return done({ goTo });
  });
}
