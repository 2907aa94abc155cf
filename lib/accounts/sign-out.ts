import { asVisitor } from "@/db/client";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSession } from "./begin-session";
import { spendFormKey } from "./form-key";
import type { SignOutInput } from "./input";
import { nextPath } from "./next-path";

/** Nobody is signed in here any more. */
export type SignOutView = { sessionId: null; goTo: string };

/** Ends the actor's session in this browser, at once on every instance, and leads to `next` or the start page. */
export async function signOut(
  actor: Actor,
  { next }: Pick<SignOutInput, "next"> = { next: "" },
): Promise<Result<SignOutView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "sign out");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await endSession(tx, actor.sessionId);
    return done({ sessionId: null, goTo: nextPath(next, "/") });
  });
}
