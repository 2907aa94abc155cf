import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type LimitName, type Result, refuse } from "../result";
import { findUrlFault } from "../webhooks/find-url-fault";
import { insertEndpoint } from "../webhooks/insert-endpoint";
import type { AddEndpointInput } from "./endpoint-input";
import { findOwnClient } from "./own-client";

/** An endpoint just made. `key` signs its messages: here in plain, and never again. */
export type NewEndpointView = {
  clientRowId: string;
  url: string;
  key: string;
  madeAt: string;
  /** The section around the form lacks this one. */
  isFrameStale: true;
};

/** Gives a client the one address that its messages go to, if the guard lets them. */
export async function addEndpoint(actor: Actor, input: AddEndpointInput): Promise<Result<NewEndpointView>> {
  // Asked before the transaction too: nobody without the right has names looked up, and none is held open meanwhile.
  const early = await inOrganisation(actor, (tx) => allow(tx, actor, "add endpoint"));
  if (early) return early;
  const fault = await findUrlFault(input.url);
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "add endpoint");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    if (fault) return refuse("invalid", { fields: { url: fault } });
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const made = await insertEndpoint(tx, actor, client, input);
    if (!made) return refuse("limit", { facts: { limit: "one_endpoint" satisfies LimitName } });
    const { url, key, madeAt } = made;
    return done({ clientRowId: client.id, url, key, madeAt: madeAt.toISOString(), isFrameStale: true });
  });
}
