import { setTimeout as wait } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients, secrets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { RetireSecretInput } from "./input";
import { findOwnClient } from "./own-client";

// A token that is asked for while the cut commits must fall under it too, so the cut lies this far ahead.
const cutAheadMs = 250;

/**
 * Ends a secret now. With `cut`, tokens the client already holds end with it; it answers once that moment has passed,
 * so that a token asked for afterwards always works.
 */
export async function retireSecret(
  actor: Actor,
  input: RetireSecretInput,
): Promise<Result<{ goTo: string }>> {
  const cutAt = new Date(now().getTime() + cutAheadMs);
  const result = await retire(actor, input, cutAt);
  if (result.ok && input.cut) await wait(Math.max(0, cutAt.getTime() - now().getTime()) + 1);
  return result;
}

function retire(actor: Actor, input: RetireSecretInput, cutAt: Date): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "retire secret");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const [retired] = await tx
      .update(secrets)
      .set({ retiredAt: now(), retiredBy: actor.personId })
      .where(
        and(eq(secrets.id, input.secretId), eq(secrets.clientRowId, client.id), isNull(secrets.retiredAt)),
      )
      .returning({ id: secrets.id, hint: secrets.hint });
    if (!retired) return refuse("not_found");
    if (input.cut) await tx.update(clients).set({ tokensNotBefore: cutAt }).where(eq(clients.id, client.id));
    await recordEvent(tx, actor, {
      type: "secret.retired",
      organisationId: actor.organisationId,
      clientRowId: client.id,
      data: { secretId: retired.id, hint: retired.hint, cut: input.cut ?? null },
    });
    return done({ goTo: `/clients/${client.id}?done=retired` });
  });
}
