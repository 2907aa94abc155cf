import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { secrets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { AddSecretInput, Overlap } from "./input";
import { insertSecret, listLiveSecrets } from "./insert-secret";
import { findOwnClient } from "./own-client";
import { tellContact } from "./tell-contact";

/** A secret just made. `secret` is its plaintext, here and never again. */
export type NewSecretView = {
  clientRowId: string;
  clientId: string;
  secret: string;
  madeAt: string;
  /** When the older secret stops working; null when there was none. */
  oldEndsAt: string | null;
};

const overlapSeconds: Record<Overlap, number> = {
  "0": 0,
  "1h": 3600,
  "24h": 86_400,
  "7d": 604_800,
  "30d": 2_592_000,
};

/** An overlap may shorten the life of an older secret, never lengthen it. */
const soonest = (a: Date | null, b: Date) => (a && a < b ? a : b);

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
    const live = await listLiveSecrets(tx, client.id);
    if (live.length >= 2) return refuse("limit", { facts: { limit: "two secrets at a time" } });

    const [old] = live;
    const oldEndsAt = old ? soonest(old.endsAt, inSeconds(overlapSeconds[input.overlap])) : null;
    if (old && input.overlap === "0") {
      await tx
        .update(secrets)
        .set({ retiredAt: now(), retiredBy: actor.personId })
        .where(eq(secrets.id, old.id));
    } else if (old) {
      await tx
        .update(secrets)
        .set({ endsAt: oldEndsAt })
        .where(and(eq(secrets.id, old.id), isNull(secrets.retiredAt)));
    }
    const { secret, id: secretId, madeAt } = await insertSecret(tx, actor, client, input.label);
    const data = { secretId, hint: secret.slice(-4), overlap: old ? input.overlap : null };
    await recordEvent(tx, actor, {
      type: "secret.added",
      organisationId: actor.organisationId,
      clientRowId: client.id,
      data,
    });
    await tellContact(tx, actor, client, "secret-added");
    return done({
      clientRowId: client.id,
      clientId: client.clientId,
      secret,
      madeAt: madeAt.toISOString(),
      oldEndsAt: oldEndsAt?.toISOString() ?? null,
    });
  });
}
