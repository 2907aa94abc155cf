import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { secondFactorLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import { unseal } from "../secrets";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { isDraftOf } from "./find-second-factor";
import { spendFormKey } from "./form-key";
import type { PasscodeInput } from "./input";
import { makeRecoveryCodes } from "./recovery-codes";
import { secondFactorUrl } from "./second-factor-url";
import { takeTry } from "./spend-passcode";
import { stopRecoveries } from "./stop-recoveries";
import { findStep } from "./totp";

/** The recovery codes, this once. */
export type ConfirmSecondFactorView = { codes: string[] };

/**
 * Makes the key that this session was shown the second factor of its person, given a code of it, in place of the one
 * before. Every other session ends: they began without it. The ten recovery codes are returned here and nowhere else.
 */
export async function confirmSecondFactor(
  actor: Actor,
  { passcode }: PasscodeInput,
): Promise<Result<ConfirmSecondFactorView>> {
  const { personId, sessionId, name } = actor;
  const tooOften = await takeTry(personId);
  if (tooOften) return tooOften;
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "confirm second factor");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const isTheirs = eq(secondFactors.personId, personId);
    const [row] = await tx.select().from(secondFactors).where(isTheirs).for("update");
    if (!row?.draftSealedKey || !isDraftOf(row, sessionId)) return refuse("expired");
    const key = Buffer.from(unseal(row.draftSealedKey), "base64");
    const step = findStep(key, passcode.replace(/\s/g, ""), 0);
    if (step === null) return refuse("invalid", { fields: { passcode: "wrong_passcode" } });

    const { codes, hashes } = makeRecoveryCodes();
    const noDraft = { draftSealedKey: null, draftSessionId: null, draftAt: null };
    const factor = { sealedKey: row.draftSealedKey, since: now(), lastStep: step };
    await tx
      .update(secondFactors)
      .set({ ...factor, ...noDraft })
      .where(isTheirs);
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
    await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ personId, hash })));
    await endSessions(tx, personId, sessionId);
    await stopRecoveries(tx, actor, "code");
    await recordEvent(tx, actor, {
      type: "person.second_factor_set",
      organisationId: null,
      data: { replaced: row.since ? 1 : 0 },
    });
    const facts = { name, href: secondFactorUrl() };
    await send(tx, actor.email, (language) => secondFactorLetter(language, "second-factor-set", facts));
    return done({ codes });
  });
}
