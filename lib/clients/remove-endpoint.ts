import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result } from "../result";
import { dropEndpoint } from "../webhooks/insert-endpoint";
import type { EndpointInput } from "./endpoint-input";
import { findOwnEndpoint } from "./own-endpoint";

/** Takes a client's endpoint away: nothing is sent there any more. Its log stays for its thirty days. */
export async function removeEndpoint(
  actor: Actor,
  { endpointId }: EndpointInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "remove endpoint");
    if (refusal) return refusal;
    const found = await findOwnEndpoint(tx, actor, endpointId);
    if (!found.ok) return found;
    const { client } = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    await dropEndpoint(tx, actor, client, endpointId);
    return done({ goTo: `/clients/${client.id}?done=webhook_removed#webhook` });
  });
}
