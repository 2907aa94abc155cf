import { and, eq } from "drizzle-orm";
import { asVisitor, inOrganisation } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { beginSession } from "../accounts/begin-session";
import { checkGuess } from "../accounts/check-guess";
import { spendFormKey } from "../accounts/form-key";
import { hasSecondFactor } from "../accounts/has-second-factor";
import { spendPasscode, takeTry } from "../accounts/spend-passcode";
import { spendRecovery } from "../accounts/spend-recovery";
import { done, type Refusal, type Result, refuse } from "../result";
import { enterTeam } from "./enter-team";
import { findTeamInvitation } from "./find-team-invitation";
import type { JoinView } from "./join-as-newcomer";
import type { JoinWithPasswordInput } from "./team-input";

/**
 * Joins the team with the account that the invited address has, and signs in: for somebody who belongs to no
 * organisation now, and so has no page to sign in to. A second factor is asked for in the same form, unless its loss was
 * waited out.
 */
export async function joinWithPassword(
  visitor: Visitor,
  { token, password, passcode }: JoinWithPasswordInput,
): Promise<Result<JoinView>> {
  const found = await findTeamInvitation(token);
  if (!found?.isOpen) return refuse(found ? "expired" : "not_found");
  const { email, organisationId } = found;
  const proof = await checkGuess(visitor, email, password);
  if (!proof.ok) return proof;
  const { personId, passwordHash } = proof.view;
  const unproven = await judgeSecondFactor(visitor, personId, passcode);
  if (unproven) return unproven;
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, visitor, "join with password");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor, organisationId);
    if (stale) return stale;
    const isTheirs = eq(people.id, personId);
    const [person] = await tx.select({ name: people.name }).from(people).where(isTheirs);
    const who = { personId, name: person?.name ?? "", email, requestId: visitor.requestId };
    if (!(await enterTeam(tx, who, found, token))) return refuse("expired");
    // As in signing in: no session outlives a change of the password that runs meanwhile.
    const [unchanged] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(isTheirs, eq(people.passwordHash, passwordHash)))
      .for("share");
    if (!unchanged) return refuse("invalid", { fields: { password: "wrong_password" } });
    const sessionId = await beginSession(tx, visitor, personId);
    await tx.update(sessions).set({ shownOrganisationId: organisationId }).where(eq(sessions.id, sessionId));
    return done({ sessionId, goTo: "/team?done=joined", isFrameStale: true });
  });
}

/** On its own, before the team is touched: what a code leaves behind belongs to the person, not to the team. */
async function judgeSecondFactor(visitor: Visitor, personId: string, passcode = ""): Promise<Refusal | null> {
  const { requestId } = visitor;
  const isNeeded = await asVisitor(
    async (tx) => !(await spendRecovery(tx, visitor, personId)) && hasSecondFactor(tx, personId),
  );
  if (!isNeeded) return null;
  if (!passcode) return refuse("invalid", { fields: { passcode: "required" } });
  return (await takeTry(personId)) ?? asVisitor((tx) => spendPasscode(tx, { personId, requestId }, passcode));
}
