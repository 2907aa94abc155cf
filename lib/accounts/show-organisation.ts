import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members, organisations, sessions } from "@/db/schema";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { ShowOrganisationInput } from "./input";

/** The door of the organisation that is shown from now on. */
export type ShowOrganisationView = { goTo: string; isFrameStale: true };

/** Shows another of the actor's organisations in this browser. One they are no member of answers like none. */
export async function showOrganisation(
  actor: Actor,
  { organisationId }: ShowOrganisationInput,
): Promise<Result<ShowOrganisationView>> {
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, actor, "show organisation");
    if (refusal) return refusal;
    const [member] = await tx
      .select({ kind: organisations.kind })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(
        and(
          eq(members.personId, actor.personId),
          eq(members.organisationId, organisationId),
          isNull(organisations.suspendedAt),
        ),
      );
    if (!member) return refuse("not_found");
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await tx
      .update(sessions)
      .set({ shownOrganisationId: organisationId })
      .where(eq(sessions.id, actor.sessionId));
    return done({ goTo: `/${member.kind}`, isFrameStale: true });
  });
}
