import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tooMany } from "../accounts/too-many";
import { type Limit, takeLimit } from "../limits/take-limit";
import { done, type FieldCode, type LimitName, type Result, refuse } from "../result";
import { findUrlFault, judgeTypedUrl } from "../webhooks/find-url-fault";
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

const perClient: Limit = { name: "webhook address", max: 20, windowSeconds: 3600 };
const perOrganisation: Limit = { name: "webhook address of organisation", max: 60, windowSeconds: 3600 };

/**
 * Judges an address for a client: its fault if it has one, or for how long no more names are looked up. Whether a name
 * is refused says that it leads to the inside of some network, so nobody asks about many; a fault that its letters
 * show says nothing, and is not counted.
 */
export async function judgeAddress(
  url: string,
  client: { id: string; organisationId: string },
): Promise<{ fault: FieldCode | null; waitSeconds?: number }> {
  const typed = judgeTypedUrl(url);
  if (typed) return { fault: typed };
  for (const [limit, key] of [
    [perClient, client.id],
    [perOrganisation, client.organisationId],
  ] as const) {
    const taken = await takeLimit(limit, key);
    if (!taken.allowed) return { fault: null, waitSeconds: taken.retryAfterSeconds };
  }
  return { fault: await findUrlFault(url) };
}

/** Gives a client the one address that its messages go to, if the guard lets them. */
export async function addEndpoint(actor: Actor, input: AddEndpointInput): Promise<Result<NewEndpointView>> {
  // Asked before the transaction too: nobody without the right has names looked up, and none is held open meanwhile.
  const early = await inOrganisation(
    actor,
    async (tx) => (await allow(tx, actor, "add endpoint")) ?? findOwnClient(tx, actor),
  );
  if (!early.ok) return early;
  const { fault, waitSeconds } = await judgeAddress(input.url, early.view);
  if (waitSeconds !== undefined) return tooMany(waitSeconds);
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
