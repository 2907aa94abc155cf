import { asVisitor } from "@/db/client";
import type { Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { ConfirmByCodeInput } from "./input";
import { type LetInView, letIn } from "./let-in";
import { spendPasscode, takeTry } from "./spend-passcode";

/** Confirms that it is still them by a code of their second factor: a fresh session replaces this browser's. */
export async function confirmByCode(
  actor: Actor,
  { passcode, next }: ConfirmByCodeInput,
): Promise<Result<LetInView>> {
  const tooOften = await takeTry(actor.personId);
  if (tooOften) return tooOften;
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "confirm by code");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const wrong = await spendPasscode(tx, actor, passcode);
    if (wrong) return wrong;
    return letIn(tx, actor, actor.personId, { next, replaces: actor.sessionId });
  });
}
