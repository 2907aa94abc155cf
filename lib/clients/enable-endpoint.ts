import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { endpoints } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result } from "../result";
import { noteEndpoint } from "../webhooks/insert-endpoint";
import type { EndpointInput } from "./endpoint-input";
import { findOwnEndpoint } from "./own-endpoint";

/** Lets messages go to an endpoint again that had switched itself off by answering 410. */
export async function enableEndpoint(
  actor: Actor,
  { endpointId }: EndpointInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "enable endpoint");
    if (refusal) return refusal;
    const found = await findOwnEndpoint(tx, actor, endpointId);
    if (!found.ok) return found;
    const { client, endpoint } = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const goTo = `/clients/${client.id}?done=webhook_enabled#webhook`;
    if (!endpoint.disabledAt) return done({ goTo });
    await tx
      .update(endpoints)
      .set({ disabledAt: null, failingSince: null })
      .where(eq(endpoints.id, endpointId));
    await noteEndpoint(tx, actor, client, "endpoint.enabled", endpointId);
    return done({ goTo });
  });
}
