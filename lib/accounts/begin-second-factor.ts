import { asVisitor } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import { seal } from "../secrets";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { hasSecondFactor } from "./has-second-factor";
import type { PasscodeInput } from "./input";
import { secondFactorPath } from "./second-factor-url";
import { spendPasscode, takeTry } from "./spend-passcode";
import { makeTotpKey } from "./totp";

/** Where the key is shown: to this session, for a quarter of an hour. */
export type BeginSecondFactorView = { goTo: string };

/**
 * Makes a key for an authenticator app, which counts for nothing before a code of it was typed. Whoever has a second
 * factor already gives a code of that one: it stays until the new one is confirmed.
 */
export async function beginSecondFactor(
  actor: Actor,
  { passcode }: PasscodeInput,
): Promise<Result<BeginSecondFactorView>> {
  const { personId, sessionId } = actor;
  const tooOften = passcode ? await takeTry(personId) : null;
  if (tooOften) return tooOften;
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "begin second factor");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const wrong = (await hasSecondFactor(tx, personId)) ? await spendPasscode(tx, actor, passcode) : null;
    if (wrong) return wrong;
    const draftSealedKey = seal(makeTotpKey().toString("base64"));
    const draft = { draftSealedKey, draftSessionId: sessionId, draftAt: now() };
    await tx
      .insert(secondFactors)
      .values({ personId, ...draft })
      .onConflictDoUpdate({ target: secondFactors.personId, set: draft });
    await recordEvent(tx, actor, { type: "person.second_factor_begun", organisationId: null });
    return done({ goTo: secondFactorPath });
  });
}
