import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { endSession, findDoor } from "../accounts/begin-session";
import { findCompanyName } from "../accounts/find-member";
import { spendFormKey } from "../accounts/form-key";
import { holdAlone } from "../accounts/hold-organisation";
import { done, type Result, refuse } from "../result";
import { lockTeamFor } from "../team/lock-team";
import { closeOrganisation } from "./close-organisation";
import type { DeleteOrganisationInput } from "./input";

/** Where somebody stands whose organisation is gone: at another one of theirs, or signed out. */
export type DeleteOrganisationView = { goTo: string; sessionId?: null; isFrameStale: true };

/**
 * Deletes the organisation that is shown, at once and for good; asks for its name. There is no time to think it over:
 * whoever deletes wants accesses to end now, and nothing of what ended could be given back silently later.
 */
export async function deleteOrganisation(
  actor: Actor,
  { typedName }: DeleteOrganisationInput,
): Promise<Result<DeleteOrganisationView>> {
  return inOrganisation(actor, async (tx) => {
    await holdAlone(tx, actor.organisationId);
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "delete organisation");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor, actor.organisationId);
    if (stale) return stale;
    if (typedName !== (await findCompanyName(tx, actor)).trim()) {
      return refuse("invalid", { fields: { typedName: "name_mismatch" } });
    }
    if (!(await closeOrganisation(tx, actor))) return refuse("stale");
    if (await findDoor(tx, actor.sessionId)) return done({ goTo: "/account?gone=1", isFrameStale: true });
    await endSession(tx, actor.sessionId);
    return done({ goTo: "/privacy?gone=organisation", sessionId: null, isFrameStale: true });
  });
}
