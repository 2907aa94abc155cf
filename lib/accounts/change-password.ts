import { asVisitor } from "@/db/client";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { beginSession } from "./begin-session";
import { checkGuess } from "./check-guess";
import { spendFormKey } from "./form-key";
import type { ChangePasswordInput } from "./input";
import { judgePassword, listCompanyNames } from "./judge-password";
import { hashPassword, inPasswordQueue } from "./password";
import { setPassword } from "./set-password";
import { tooMany } from "./too-many";

/** The session that goes on under a new id. */
export type ChangePasswordView = { sessionId: string; goTo: string };

/** Changes the actor's own password, given the present one. Every other session ends; this one gets a new id. */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
): Promise<Result<ChangePasswordView>> {
  const proof = await checkGuess(actor, actor.email, input.currentPassword);
  if (!proof.ok) {
    return proof.code === "invalid"
      ? refuse("invalid", { fields: { currentPassword: "wrong_password" } })
      : proof;
  }
  if (proof.view.personId !== actor.personId) return refuse("not_allowed");
  const companies = await listCompanyNames(actor.personId);
  const unfit = judgePassword(input.password, { email: actor.email, companies });
  if (unfit) return unfit;
  const fresh = await inPasswordQueue(actor.address, () => hashPassword(input.password));
  if (!fresh) return tooMany(60);

  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "change password");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const replaced = proof.view.passwordHash;
    const changed = await setPassword(tx, actor, actor.personId, { replaced, fresh }, actor.sessionId);
    if (!changed) return refuse("invalid", { fields: { currentPassword: "wrong_password" } });
    const sessionId = await beginSession(tx, actor, actor.personId, actor.sessionId);
    return done({ sessionId, goTo: "/account?changed=1" });
  });
}
