import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { organisations } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { ResumeOrganisationInput } from "./input";
import { tellConcerned } from "./tell-concerned";

/** Lets a suspended organisation work again, with everything it had but its ended sessions and invitations. */
export async function resumeOrganisation(
  actor: Actor,
  { reason }: ResumeOrganisationInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "resume organisation");
    if (refusal) return refusal;
    const id = actor.key?.offered.organisation?.[0];
    if (!id) return refuse("not_found");
    const isIt = eq(organisations.id, id);
    const [found] = await tx.select({ id: organisations.id }).from(organisations).where(isIt);
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const [resumed] = await tx
      .update(organisations)
      .set({ suspendedAt: null, suspendedBy: null, suspendReason: null })
      .where(and(isIt, isNotNull(organisations.suspendedAt), isNull(organisations.deletedAt)))
      .returning({ name: organisations.name });
    if (!resumed) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "organisation.resumed",
      organisationId: actor.organisationId,
      otherOrganisationId: id,
      data: { by: "operator", words: reason },
    });
    const about = { what: resumed.name, reason, path: "/sign-in" };
    await tellConcerned(tx, id, null, { kind: "organisation-resumed", ...about });
    return done({ goTo: `/operator/lookup/organisations/${id}?done=resumed` });
  });
}
