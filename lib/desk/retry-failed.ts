import { and, gt, inArray } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { deliveries, mails } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { type NewEvent, recordEvents } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { done, type Result } from "../result";
import type { RetryFailedInput } from "./input";
import { hasLiveEndpoint } from "./retry-delivery";

const lookBackSeconds = 3600;
/** So many at once; pressing again takes the others. */
const mostAtOnce = 1000;

/**
 * Sends again what was given up within the last hour, after a mail server or a network was down: all letters, or all
 * messages whose endpoint still wants any. Each owner of such messages sees it once. Nothing is sent twice, however
 * many operators press.
 */
export async function retryFailed(
  actor: Actor,
  { what }: RetryFailedInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "retry failed");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const { organisationId } = actor;
    const events = what === "letters" ? await retryLetters(tx) : await retryDeliveries(tx);
    await recordEvents(
      tx,
      actor,
      events.map((event) => ({ ...event, organisationId })),
    );
    return done({ goTo: `/operator/jobs?done=${events.length === 0 ? "none" : what}` });
  });
}

type Retried = Omit<NewEvent, "organisationId">;
const again = () => ({ failedAt: null, tries: 0, dueAt: now() });

async function retryLetters(tx: Tx): Promise<Retried[]> {
  const lately = tx
    .select({ id: mails.id })
    .from(mails)
    .where(gt(mails.failedAt, inSeconds(-lookBackSeconds)))
    .limit(mostAtOnce)
    // What somebody else is taking up right now is theirs.
    .for("update", { skipLocked: true });
  const letters = await tx
    .update(mails)
    .set(again())
    .where(inArray(mails.id, lately))
    .returning({ id: mails.id });
  return letters.length === 0 ? [] : [{ type: "letter.retried", data: { count: letters.length } }];
}

async function retryDeliveries(tx: Tx): Promise<Retried[]> {
  const lately = tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(gt(deliveries.failedAt, inSeconds(-lookBackSeconds)), hasLiveEndpoint(tx)))
    .limit(mostAtOnce)
    .for("update", { skipLocked: true, of: deliveries });
  const messages = await tx
    .update(deliveries)
    .set(again())
    .where(inArray(deliveries.id, lately))
    .returning({ organisationId: deliveries.organisationId });
  const counts = new Map<string, number>();
  for (const { organisationId } of messages)
    counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
  return [...counts].map(([otherOrganisationId, count]) => ({
    type: "delivery.retried",
    otherOrganisationId,
    data: { count },
  }));
}
