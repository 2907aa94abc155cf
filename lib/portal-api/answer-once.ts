import { and, eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { now } from "../clock";
import { type ApiAnswer, type ApiCall, isRefused } from "./call";
import type { ProblemCode } from "./problem";

/** Refusals that say "later": the same call may be answered otherwise then, so its key is not used up. */
const passing: ProblemCode[] = ["quota_exceeded", "unavailable"];

/** An answer that undoes all that was done for it, its key too. */
type NotKept = { ok: false; answer: ApiAnswer };

/**
 * Runs a change in one transaction with its answer, once for each `Idempotency-Key`: a repetition gets the status and
 * body of the first time, with null where a secret was. Two at once wait for each other; the key with another request
 * is refused.
 */
export async function answerOnce(call: ApiCall, change: (tx: Tx) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const { caller, idempotencyKey: key, fingerprint } = call;
  if (key === null) return inOrganisation(caller, (tx) => undoRefused(tx, change));
  const said = await inOrganisation<ApiAnswer | NotKept>(caller, async (tx) => {
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
    const first = await tx
      .insert(idempotencyKeys)
      .values(row)
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    const before = first.length === 0 ? await findBefore(tx, call, key) : null;
    if (before) return before;
    const answer = await undoRefused(tx, change);
    if (isRefused(answer) && passing.includes(answer.code)) return { ok: false, answer };
    const { status } = isRefused(answer) ? { status: 0 } : answer;
    await tx
      .update(idempotencyKeys)
      .set({ status, body: withoutSecrets(answer) })
      .where(isKey(call, key));
    return answer;
  });
  return "ok" in said ? said.answer : said;
}

/** What a call with an `Idempotency-Key` was answered before; null for a first one. For work outside the change. */
export async function findAnswer(call: ApiCall): Promise<ApiAnswer | null> {
  const { caller, idempotencyKey: key } = call;
  return key === null ? null : inOrganisation(caller, (tx) => findBefore(tx, call, key));
}

async function findBefore(tx: Tx, call: ApiCall, key: string): Promise<ApiAnswer | null> {
  const [before] = await tx.select().from(idempotencyKeys).where(isKey(call, key));
  if (!before) return null;
  if (!before.requestHash.equals(call.fingerprint)) return { code: "idempotency_mismatch" };
  return before.body as ApiAnswer;
}

const isKey = ({ caller }: ApiCall, key: string) =>
  and(eq(idempotencyKeys.clientRowId, caller.clientRowId), eq(idempotencyKeys.key, key));

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
