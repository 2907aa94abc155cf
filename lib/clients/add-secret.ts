import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result } from "../result";
import type { AddSecretInput } from "./input";
import { makeNextSecret } from "./make-next-secret";
import { findOwnClient } from "./own-client";

/** A secret just made. `secret` is its plaintext, here and never again. */
export type NewSecretView = {
  clientRowId: string;
  clientId: string;
  secret: string;
  madeAt: string;
  /** When the older secret stops working; null when there was none. */
  oldEndsAt: string | null;
  /** The table of secrets around the form lacks this one. */
  isFrameStale: true;
};

/** Makes a new secret; an older live one keeps working for the chosen overlap, at most two at a time. */
export async function addSecret(actor: Actor, input: AddSecretInput): Promise<Result<NewSecretView>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "add secret");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const made = await makeNextSecret(tx, actor, client, input.overlap, input.label);
    if (!made.ok) return made;
    const { secret, madeAt, oldEndsAt } = made.view;
    return done({
      clientRowId: client.id,
      clientId: client.clientId,
      secret,
      madeAt: madeAt.toISOString(),
      oldEndsAt: oldEndsAt?.toISOString() ?? null,
      isFrameStale: true,
    });
  });
}
