import { and, eq, isNotNull } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { mails } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { RetryLetterInput } from "./input";

/**
 * Puts a letter that was given up back at the head of the outbox, as it was written. Of two operators the second is
 * `stale`: it is on its way already. The operator never sees what it says.
 */
export async function retryLetter(
  actor: Actor,
  { mailId }: RetryLetterInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "retry letter");
    if (refusal) return refusal;
    if (!wasOffered(actor, "mailId", mailId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, mailId);
    if (stale) return stale;
    const [letter] = await tx
      .update(mails)
      .set({ failedAt: null, tries: 0, dueAt: now() })
      .where(and(eq(mails.id, mailId), isNotNull(mails.failedAt)))
      .returning({ kind: mails.kind });
    if (!letter) return refuse("stale");
    const { organisationId } = actor;
    const data = { mailId, kind: letter.kind };
    await recordEvent(tx, actor, { type: "letter.retried", organisationId, data });
    return done({ goTo: "/operator/jobs?done=letter" });
  });
}
