import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { foldEmail } from "../input";
import { done, type Result, refuse } from "../result";
import { enterTeam } from "./enter-team";
import { findTeamInvitation } from "./find-team-invitation";
import type { JoinOrganisationInput } from "./team-input";

/** The team's own page, with the organisation shown from now on. */
export type JoinOrganisationView = { goTo: string; isFrameStale: true };

/** Joins the team that a mailed link invites to, as the signed-in person whose address the letter went to. */
export async function joinOrganisation(
  actor: Actor,
  { token }: JoinOrganisationInput,
): Promise<Result<JoinOrganisationView>> {
  const found = await findTeamInvitation(token);
  if (!found?.isOpen) return refuse(found ? "expired" : "not_found");
  const { organisationId } = found;
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, actor, "join organisation");
    if (refusal) return refusal;
    if (foldEmail(found.email) !== foldEmail(actor.email))
      return refuse("not_allowed", { facts: { who: found.email } });
    const stale = await spendFormKey(tx, actor, organisationId);
    if (stale) return stale;
    if (!(await enterTeam(tx, actor, found, token))) return refuse("expired");
    await tx
      .update(sessions)
      .set({ shownOrganisationId: organisationId })
      .where(eq(sessions.id, actor.sessionId));
    return done({ goTo: "/team?done=joined", isFrameStale: true });
  });
}
