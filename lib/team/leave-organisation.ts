import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { endSession, findDoor } from "../accounts/begin-session";
import { findMember, listOtherOwners } from "../accounts/find-member";
import { spendFormKey } from "../accounts/form-key";
import { done, type LimitName, type Result, refuse } from "../result";
import { endMembership } from "./end-membership";
import { lockTeamFor } from "./lock-team";

/** Where somebody stands who has left: at another organisation of theirs, or signed out. */
export type LeaveOrganisationView = { goTo: string; sessionId?: null; isFrameStale: true };

/** Leaves the team, as of now and in every browser. The last owner stays: they hand the organisation over first. */
export async function leaveOrganisation(actor: Actor): Promise<Result<LeaveOrganisationView>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "leave organisation");
    if (refusal) return refusal;
    const me = await findMember(tx, actor, actor.personId);
    if (!me) return refuse("not_found");
    if (me.role === "owner" && (await listOtherOwners(tx, actor, me.personId)).length === 0)
      return refuse("limit", { facts: { limit: "last_owner" satisfies LimitName } });
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await endMembership(tx, actor, me, actor.sessionId);
    if (await findDoor(tx, actor.sessionId)) {
      await tx.update(sessions).set({ shownOrganisationId: null }).where(eq(sessions.id, actor.sessionId));
      return done({ goTo: "/team?done=left", isFrameStale: true });
    }
    await endSession(tx, actor.sessionId);
    return done({ goTo: "/sign-in?left=1", sessionId: null, isFrameStale: true });
  });
}
