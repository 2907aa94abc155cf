import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tooMany } from "../accounts/too-many";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { done, type Result, refuse } from "../result";
import { layTest, noteEndpoint } from "../webhooks/insert-endpoint";
import type { EndpointInput } from "./endpoint-input";
import { findOwnEndpoint } from "./own-endpoint";

/** So often a client's endpoint is tried out; its receiver may be somebody who did not ask for it. */
export const testLimit: Limit = { name: "webhook test", max: 10, windowSeconds: 60 };

/** Sends a message to try an endpoint out; its delivery's log shows what came of it. */
export async function testEndpoint(
  actor: Actor,
  { endpointId }: EndpointInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "test endpoint");
    if (refusal) return refusal;
    const found = await findOwnEndpoint(tx, actor, endpointId);
    if (!found.ok) return found;
    const { client, endpoint } = found.view;
    if (endpoint.disabledAt) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const taken = await takeLimitIn(tx, testLimit, client.id);
    if (!taken.allowed) return tooMany(taken.retryAfterSeconds);
    const deliveryId = await layTest(tx, endpoint, client.clientId);
    await noteEndpoint(tx, actor, client, "endpoint.tested", endpointId, { deliveryId });
    return done({ goTo: `/clients/${client.id}/deliveries?done=sent` });
  });
}
