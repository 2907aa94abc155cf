import { eq, sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { sessions } from "@/db/schema";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { findDoor } from "./begin-session";
import { spendFormKey } from "./form-key";
import type { ShowOrganisationInput } from "./input";

/** The door of the organisation that is shown from now on. */
export type ShowOrganisationView = { goTo: string; isFrameStale: true };

/** Shows another of the actor's organisations in this browser. One they are no member of answers like none. */
export async function showOrganisation(
  actor: Actor,
  { organisationId }: ShowOrganisationInput,
): Promise<Result<ShowOrganisationView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "show organisation");
    if (refusal) return refusal;
    // Asked of the person's session: an organisation's own wall opens to none but its members.
    const memberships = await tx.execute(
      sql`select role from find_session(${actor.sessionId}, ${now().toISOString()})
          where organisation_id = ${organisationId}`,
    );
    if (memberships.length === 0) return refuse("not_found");
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await tx
      .update(sessions)
      .set({ shownOrganisationId: organisationId })
      .where(eq(sessions.id, actor.sessionId));
    return done({ goTo: (await findDoor(tx, actor.sessionId)) ?? "/", isFrameStale: true });
  });
}
