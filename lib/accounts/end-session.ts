import { asVisitor } from "@/db/client";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSession as end } from "./begin-session";
import { spendFormKey } from "./form-key";
import type { EndSessionInput } from "./input";
import { findByHandle } from "./list-sessions";
import { tellOfEnded } from "./tell-of-ended";

/** The page that says so. */
export type EndSessionView = { goTo: string };

/** Signs the actor out in one other browser of theirs, at once. This one has a button of its own for that. */
export async function endSession(
  actor: Actor,
  { session }: Pick<EndSessionInput, "session">,
): Promise<Result<EndSessionView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "end session");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const id = await findByHandle(tx, actor.personId, session);
    if (!id || id === actor.sessionId) return refuse("not_found");
    if (!(await end(tx, id))) return refuse("not_found");
    await tellOfEnded(tx, actor, 1);
    return done({ goTo: "/account?ended=one#sessions" });
  });
}
