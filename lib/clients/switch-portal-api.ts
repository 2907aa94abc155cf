import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import type { SwitchPortalApiInput } from "./endpoint-input";
import { findOwnClient } from "./own-client";

/** Lets a client call the portal API, or no longer. Off works at once; on, with the next token it asks for. */
export async function switchPortalApi(
  actor: Actor,
  { state }: SwitchPortalApiInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "switch portal API");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const goTo = `/clients/${client.id}?done=portal_api_${state}#portal-api`;
    if ((client.portalApiSince !== null) === (state === "on")) return done({ goTo });
    await tx
      .update(clients)
      .set({ portalApiSince: state === "on" ? now() : null })
      .where(eq(clients.id, client.id));
    const { organisationId } = actor;
    const type = state === "on" ? ("portal_api.on" as const) : ("portal_api.off" as const);
    await recordEvent(tx, actor, { type, organisationId, clientRowId: client.id });
    return done({ goTo });
  });
}
