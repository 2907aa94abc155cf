import { asOperator } from "@/db/client";
import { recordEvent } from "../audit/record-event";
import { env } from "../env";
import { signedOutLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { endSessions } from "./begin-session";
import { findOtherMember } from "./find-other-member";
import { spendFormKey } from "./form-key";
import type { SignOutForOthersInput } from "./input";

/**
 * Signs a member of an organisation out everywhere, at once, for a reason that they are told. Nothing else changes:
 * who knows the password signs in again. An operator ends sessions of their own on their account's page.
 */
export async function signOutForOthers(
  actor: Actor,
  { email, reason }: SignOutForOthersInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "sign out for others");
    if (refusal) return refusal;
    const found = await findOtherMember(tx, actor, email);
    if (!found) return refuse("not_found");
    const { personId, name, organisationId } = found;
    const stale = await spendFormKey(tx, actor, personId);
    if (stale) return stale;
    const ended = await endSessions(tx, personId);
    await recordEvent(tx, actor, {
      type: "person.signed_out",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      data: { by: "operator", words: reason, memberId: personId, name, ended },
    });
    const facts = { name, reason, reset: `${env().PUBLIC_URL}/reset`, href: `${env().PUBLIC_URL}/account` };
    await send(tx, found.email, (language) => signedOutLetter(language, facts));
    return done({ goTo: `/operator/lookup/organisations/${organisationId}?done=signed_out` });
  });
}
