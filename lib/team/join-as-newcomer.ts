import { inOrganisation } from "@/db/client";
import { people } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { beginSession } from "../accounts/begin-session";
import { spendFormKey } from "../accounts/form-key";
import { judgePassword } from "../accounts/judge-password";
import { hashPassword, inPasswordQueue } from "../accounts/password";
import { tooMany } from "../accounts/too-many";
import { recordEvent } from "../audit/record-event";
import { newId } from "../id";
import { foldEmail } from "../input";
import { done, type Result, refuse } from "../result";
import { enterTeam } from "./enter-team";
import { findTeamInvitation } from "./find-team-invitation";
import type { JoinAsNewcomerInput } from "./team-input";

/** The session that began with the membership. */
export type JoinView = { sessionId: string; goTo: string; isFrameStale: true };

/**
 * Makes an account for the invited address, which the mailed link proves, and a member of its person: both or
 * neither. No organisation of their own comes into being.
 */
export async function joinAsNewcomer(
  visitor: Visitor,
  { token, name, password }: JoinAsNewcomerInput,
): Promise<Result<JoinView>> {
  const found = await findTeamInvitation(token);
  if (!found?.isOpen) return refuse(found ? "expired" : "not_found");
  // An account that came into being meanwhile keeps its password: its holder signs in.
  if (found.holder !== "newcomer") return refuse("stale");
  const unfit = judgePassword(password, { email: found.email, companies: [found.organisationName] });
  if (unfit) return unfit;
  const passwordHash = await inPasswordQueue(visitor.address, () => hashPassword(password));
  if (!passwordHash) return tooMany(60);

  const { email, organisationId } = found;
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, visitor, "join as newcomer");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor, organisationId);
    if (stale) return stale;
    const { language, requestId } = visitor;
    const personId = newId();
    const made = await tx
      .insert(people)
      .values({ id: personId, email, emailFold: foldEmail(email), name, language, passwordHash })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (made.length === 0) return refuse("stale");
    await recordEvent(tx, { personId, name, requestId }, { type: "person.signed_up", organisationId });
    if (!(await enterTeam(tx, { personId, name, email, requestId }, found, token))) return refuse("expired");
    const sessionId = await beginSession(tx, visitor, personId);
    return done({ sessionId, goTo: "/team?done=joined", isFrameStale: true });
  });
}
