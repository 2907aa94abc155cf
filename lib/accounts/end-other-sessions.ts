import { asVisitor } from "@/db/client";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { spendFormKey } from "./form-key";
import { tellOfEnded } from "./tell-of-ended";

/** How many other browsers were signed out, and the page that says so. */
export type EndOtherSessionsView = { ended: number; goTo: string };

/** Signs the actor out in every other browser, at once. */
export async function endOtherSessions(actor: Actor): Promise<Result<EndOtherSessionsView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "end other sessions");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const ended = await endSessions(tx, actor.personId, actor.sessionId);
    await tellOfEnded(tx, actor, ended);
    return done({ ended, goTo: "/account?ended=1" });
  });
}
