import { and, eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { now } from "../clock";
import { type ApiAnswer, type ApiCall, isRefused } from "./call";

/**
 * Runs a change in one transaction with its answer, once for each `Idempotency-Key`: a repetition gets the status and
 * body of the first time, with null where a secret was. Two at once wait for each other; the key with another request
 * is refused.
 */
export async function answerOnce(call: ApiCall, change: (tx: Tx) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const { caller, idempotencyKey: key, fingerprint } = call;
  if (key === null) return inOrganisation(caller, (tx) => undoRefused(tx, change));
  return inOrganisation(caller, async (tx) => {
    const { clientRowId, organisationId } = caller;
    const row = {
      clientRowId,
      organisationId,
      key,
      requestHash: fingerprint,
      status: 0,
      body: {},
      createdAt: now(),
    };
    const mine = and(eq(idempotencyKeys.clientRowId, clientRowId), eq(idempotencyKeys.key, key));
    const first = await tx
      .insert(idempotencyKeys)
      .values(row)
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (first.length === 0) {
      const [before] = await tx.select().from(idempotencyKeys).where(mine);
      if (!before?.requestHash.equals(fingerprint)) return { code: "idempotency_mismatch" };
      return before.body as ApiAnswer;
    }
    const answer = await undoRefused(tx, change);
    const { status } = isRefused(answer) ? { status: 0 } : answer;
    await tx
      .update(idempotencyKeys)
      .set({ status, body: withoutSecrets(answer) })
      .where(mine);
    return answer;
  });
}

/** A refused change leaves nothing behind, while what is around it stays. */
async function undoRefused(tx: Tx, change: (tx: Tx) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  let answer: ApiAnswer | undefined;
  await tx
    .transaction(async (inner) => {
      answer = await change(inner);
      if (isRefused(answer)) throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (!answer) throw new Error("a change answered nothing");
  return answer;
}

class Undone extends Error {}

/** The answer as it is kept: with nothing in it that is said only once. */
function withoutSecrets(answer: ApiAnswer): Record<string, unknown> {
  if (isRefused(answer) || !answer.once) return { ...answer };
  const { status, body, once } = answer;
  const hidden = Object.fromEntries(once.map((name) => [name, null]));
  return { status, body: { ...body, ...hidden, replayed: true } };
}
