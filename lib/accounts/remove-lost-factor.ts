import { and, eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { members, organisations, people } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { foldEmail } from "../input";
import { secondFactorLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { endSessions } from "./begin-session";
import { forgetSecondFactor } from "./end-second-factor";
import { secondFactorUrl } from "./second-factor-url";

const reason = "npm run operator";

/**
 * Takes the second factor away from an operator who lost it and the recovery codes: for whoever runs the portal, from its
 * command line only. Their sessions end, their password stays, and a letter tells them. False where there is no such
 * operator, or they have none.
 */
export function removeLostFactor(email: string): Promise<boolean> {
  return asFounder(async (tx) => {
    const [person] = await tx
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        organisationId: organisations.id,
      })
      .from(people)
      .innerJoin(members, eq(members.personId, people.id))
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(and(eq(people.emailFold, foldEmail(email)), eq(organisations.kind, "operator")))
      .limit(1);
    if (!person || !(await forgetSecondFactor(tx, person.personId))) return false;
    const { personId, name, organisationId } = person;
    await endSessions(tx, personId);
    const data = { by: "operator", words: reason, memberId: personId, name };
    await recordEvent(tx, { name: reason }, { type: "person.second_factor_removed", organisationId, data });
    const facts = { name, reason, href: secondFactorUrl() };
    await send(tx, person.email, (language) => secondFactorLetter(language, "second-factor-removed", facts));
    return true;
  });
}
