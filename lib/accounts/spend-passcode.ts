import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people, recoveryCodes, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { type Limit, takeLimit } from "../limits/take-limit";
import { recoveryCodeUsedLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { type Refusal, refuse } from "../result";
import { unseal } from "../secrets";
import { hashRecoveryCode } from "./recovery-codes";
import { secondFactorUrl } from "./second-factor-url";
import { stopRecoveries } from "./stop-recoveries";
import { tooMany } from "./too-many";
import { findStep } from "./totp";

/** Tries at a second factor, right ones too: so a burst of them cannot pass side by side. */
const perPerson: Limit = { name: "passcode", max: 10, windowSeconds: 900 };

/** Counts one try at somebody's second factor; the refusal where there were too many. Commits on its own. */
export async function takeTry(personId: string): Promise<Refusal | null> {
  const room = await takeLimit(perPerson, personId);
  return room.allowed ? null : tooMany(room.retryAfterSeconds);
}

/**
 * Uses up a code of somebody's second factor inside the act's own transaction: one that their app shows, or one of
 * their recovery codes, of which they are told by letter. Each works once, and shows that neither is lost: a wait to do
 * without them stops. The refusal where it is neither.
 */
export async function spendPasscode(
  tx: Tx,
  who: { personId: string; requestId: string },
  typed: string,
): Promise<Refusal | null> {
  const { personId } = who;
  const isTheirs = eq(secondFactors.personId, personId);
  // Locked, so that of two who send the same code one finds it used.
  const [factor] = await tx.select().from(secondFactors).where(isTheirs).for("update");
  const wrong = refuse("invalid", { fields: { passcode: "wrong_passcode" } });
  if (!factor?.sealedKey) return wrong;
  const key = Buffer.from(unseal(factor.sealedKey), "base64");
  const step = findStep(key, typed.replace(/\s/g, ""), factor.lastStep);
  if (step !== null) {
    await tx.update(secondFactors).set({ lastStep: step }).where(isTheirs);
    await stopRecoveries(tx, who, "code");
    return null;
  }
  const [used] = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.hash, hashRecoveryCode(typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ usedAt: recoveryCodes.usedAt });
  if (!used) return wrong;
  await tellOfCode(tx, who);
  await stopRecoveries(tx, who, "code");
  return null;
}

async function tellOfCode(tx: Tx, { personId, requestId }: { personId: string; requestId: string }) {
  const isTheirs = eq(recoveryCodes.personId, personId);
  const [left] = await tx
    .select({ codes: count() })
    .from(recoveryCodes)
    .where(and(isTheirs, isNull(recoveryCodes.usedAt)));
  const codes = left?.codes ?? 0;
  const [person] = await tx
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return;
  const event = { type: "person.recovery_code_used" as const, organisationId: null, data: { left: codes } };
  await recordEvent(tx, { personId, name: person.name, requestId }, event);
  const facts = { name: person.name, left: codes, href: secondFactorUrl() };
  await send(tx, person.email, (language) => recoveryCodeUsedLetter(language, facts));
}
