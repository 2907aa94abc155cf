import { eq } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { secondFactorLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { forgetSecondFactor } from "./end-second-factor";
import { findOtherMember } from "./find-other-member";
import { spendFormKey } from "./form-key";
import type { RemoveSecondFactorInput } from "./input";
import { secondFactorUrl } from "./second-factor-url";

/**
 * Takes the second factor away from somebody who lost it and the recovery codes too, for a reason that they are told:
 * the only way but their own. Their sessions end, and their password stays; an operator never does it for themselves.
 */
export async function removeSecondFactor(
  actor: Actor,
  { email, reason }: RemoveSecondFactorInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "remove second factor");
    if (refusal) return refusal;
    const found = await findOtherMember(tx, actor, email);
    if (!found) return refuse("not_found");
    const { personId, name, organisationId } = found;
    const factors = await tx
      .select({ personId: secondFactors.personId })
      .from(secondFactors)
      .where(eq(secondFactors.personId, personId));
    if (factors.length === 0) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, personId);
    if (stale) return stale;
    if (!(await forgetSecondFactor(tx, personId))) return refuse("stale");
    await endSessions(tx, personId);
    await recordEvent(tx, actor, {
      type: "person.second_factor_removed",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      data: { by: "operator", words: reason, memberId: personId, name },
    });
    const facts = { name, reason, href: secondFactorUrl() };
    await send(tx, found.email, (language) => secondFactorLetter(language, "second-factor-removed", facts));
    return done({ goTo: `/operator/lookup/organisations/${organisationId}?done=second_factor` });
  });
}
