import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients, handOvers } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type LimitName, type Result, refuse } from "../result";
import { checkPhrase } from "./check-phrase";
import { findHandOver, type HandOverView, isGiverThere } from "./find-hand-over";
import type { ShowHandOverInput } from "./input";
import { insertSecret, listLiveSecrets } from "./insert-secret";
import { phraseTries } from "./judge-hand-over";
import { tellHandOver } from "./tell-hand-over";

/** What a receiver is shown. `secret` is its plaintext, here and never again. */
export type ShownHandOverView = { clientId: string; secret: string; sellerId: number | null; madeAt: string };

/**
 * Makes the one new secret that a hand-over is good for, and shows it. Secrets the client has already stay; where two
 * work, nothing is made and the right stays too.
 */
export async function showHandOver(
  visitor: Visitor,
  { token, phrase }: ShowHandOverInput,
): Promise<Result<ShownHandOverView>> {
  const found = await findHandOver(token);
  if (!found) return refuse("not_found");
  if (found.state !== "waiting") return refuse("expired");
  const proven = await checkPhrase(visitor, found, phrase);
  if (!proven.ok) return proven;

  const { organisationId, clientRowId, clientId } = found;
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, visitor, "show hand-over");
    if (refusal) return refusal;
    const opened = (await lockClient(tx, found)) && (await open(tx, found));
    if (!opened) return refuse("expired");
    const stale = await spendFormKey(tx, visitor, found.id);
    if (stale) return stale;
    const live = await listLiveSecrets(tx, clientRowId);
    if (live.length >= 2) return refuse("limit", { facts: { limit: "hand_over_full" satisfies LimitName } });

    const maker = { organisationId, personId: null };
    const made = await insertSecret(tx, maker, { id: clientRowId }, opened.label);
    await tellHandOver(tx, visitor, found, "opened");
    await recordEvent(
      tx,
      { name: "receiver of hand-over", requestId: visitor.requestId },
      {
        type: "secret.added",
        organisationId,
        clientRowId,
        data: { secretId: made.id, hint: made.secret.slice(-4), handOverId: found.id },
      },
    );
    const { sellerId } = opened;
    return done({ clientId, secret: made.secret, sellerId, madeAt: made.madeAt.toISOString() });
  });
}

/** Holds the client, so that its secrets are counted by one at a time; whether it works and its giver is there. */
async function lockClient(tx: Tx, { id, clientRowId }: HandOverView) {
  const rows = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientRowId), isNull(clients.deletedAt), isNull(clients.suspendedAt)))
    .for("update");
  return rows.length > 0 && (await isGiverThere(tx, id));
}

async function open(tx: Tx, { id }: HandOverView) {
  const [opened] = await tx
    .update(handOvers)
    .set({ openedAt: now() })
    .where(
      and(
        eq(handOvers.id, id),
        isNull(handOvers.openedAt),
        isNull(handOvers.withdrawnAt),
        gt(handOvers.expiresAt, now()),
        lt(handOvers.wrongPhrases, phraseTries),
      ),
    )
    .returning({ label: handOvers.label, sellerId: handOvers.sellerId });
  return opened;
}
