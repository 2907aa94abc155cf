import { eq } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { secondFactorLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { spendFormKey } from "./form-key";
import type { PasscodeInput } from "./input";
import { secondFactorPath, secondFactorUrl } from "./second-factor-url";
import { spendPasscode, takeTry } from "./spend-passcode";

/** The page that says so. */
export type EndSecondFactorView = { goTo: string };

/** Turns the actor's own second factor off, given a code of it. Key and recovery codes are gone; every other session ends. */
export async function endSecondFactor(
  actor: Actor,
  { passcode }: PasscodeInput,
): Promise<Result<EndSecondFactorView>> {
  const { personId, name } = actor;
  const tooOften = await takeTry(personId);
  if (tooOften) return tooOften;
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "end second factor");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const wrong = await spendPasscode(tx, actor, passcode);
    if (wrong) return wrong;
    await forgetSecondFactor(tx, personId);
    await endSessions(tx, personId, actor.sessionId);
    await recordEvent(tx, actor, { type: "person.second_factor_ended", organisationId: null });
    const facts = { name, href: secondFactorUrl() };
    await send(tx, actor.email, (language) => secondFactorLetter(language, "second-factor-ended", facts));
    return done({ goTo: `${secondFactorPath}?ended=1` });
  });
}

/** Deletes somebody's second factor and its recovery codes; false where there was none. */
export async function forgetSecondFactor(tx: Tx, personId: string) {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .returning({ personId: secondFactors.personId });
  return gone.length > 0;
}
