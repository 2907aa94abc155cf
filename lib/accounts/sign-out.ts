import { asVisitor } from "@/db/client";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSession } from "./begin-session";
import { spendFormKey } from "./form-key";

/** Nobody is signed in here any more. */
export type SignOutView = { sessionId: null; goTo: string };

/** Ends the actor's session in this browser, at once on every instance. */
export async function signOut(actor: Actor): Promise<Result<SignOutView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "sign out");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await endSession(tx, actor.sessionId);
    return done({ sessionId: null, goTo: "/" });
  });
}
