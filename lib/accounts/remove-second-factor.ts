import { and, eq, ne } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { members, people, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { foldEmail } from "../input";
import { secondFactorLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { forgetSecondFactor } from "./end-second-factor";
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
    const id = actor.key?.offered.organisation?.[0];
    if (!id) return refuse("not_found");
    const [found] = await tx
      .select({ personId: people.id, name: people.name, email: people.email })
      .from(people)
      .innerJoin(members, eq(members.personId, people.id))
      .innerJoin(secondFactors, eq(secondFactors.personId, people.id))
      .where(
        and(
          eq(people.emailFold, foldEmail(email)),
          eq(members.organisationId, id),
          ne(people.id, actor.personId),
        ),
      );
    if (!found) return refuse("not_found");
    const { personId, name } = found;
    const stale = await spendFormKey(tx, actor, personId);
    if (stale) return stale;
    if (!(await forgetSecondFactor(tx, personId))) return refuse("stale");
    await endSessions(tx, personId);
    await recordEvent(tx, actor, {
      type: "person.second_factor_removed",
      organisationId: actor.organisationId,
      otherOrganisationId: id,
      data: { by: "operator", words: reason, memberId: personId, name },
    });
    const facts = { name, reason, href: secondFactorUrl() };
    await send(tx, found.email, (language) => secondFactorLetter(language, "second-factor-removed", facts));
    return done({ goTo: `/operator/lookup/organisations/${id}?done=second_factor` });
  });
}
