import { and, eq, sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { people } from "@/db/schema";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { checkGuess } from "./check-guess";
import { spendFormKey } from "./form-key";
import { halfWayPath, proofOf } from "./half-way";
import { hasSecondFactor } from "./has-second-factor";
import type { SignInInput } from "./input";
import { type LetInView, letIn } from "./let-in";
import { secondFactorPath } from "./second-factor-url";
import { spendRecovery } from "./spend-recovery";
import { tellOfGuesses } from "./tell-of-guesses";

/**
 * Signs in by password; whoever has a second factor is asked for its code next, or has waited out its loss. Wrong
 * password and unknown address get one answer. A form made for somebody who only has to confirm that it is them names
 * their session, which ends as the new one begins.
 */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<Result<LetInView>> {
  const proof = await checkGuess(visitor, input.email, input.password);
  if (!proof.ok) return proof;
  const { personId, passwordHash, failures } = proof.view;

  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "sign in");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    // Locks out a change of the password that runs meanwhile: no session outlives it.
    const [unchanged] = await tx
      .select({ name: people.name, email: people.email })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.passwordHash, passwordHash)))
      .for("share");
    if (!unchanged) return refuse("invalid", { fields: { password: "wrong_password" } });
    await tellOfGuesses(tx, unchanged, failures);
    const replaces = visitor.key?.offered.replaces?.[0];
    const { next } = input;
    if (await spendRecovery(tx, visitor, personId))
      return letIn(tx, visitor, personId, { next: next || `${secondFactorPath}?ended=1` });
    if ((await hasSecondFactor(tx, personId)) && !(await isTheirSession(tx, personId, replaces)))
      return done({ goTo: halfWayPath(visitor, { personId, proof: proofOf(passwordHash), next, replaces }) });
    return letIn(tx, visitor, personId, { next, replaces });
  });
}

/** Whether this is a live session of theirs: then its second factor was asked for when it began. */
async function isTheirSession(tx: Tx, personId: string, sessionId: string | undefined) {
  if (!sessionId) return false;
  const rows = await tx.execute(
    sql`select person_id from find_session(${sessionId}, ${now().toISOString()}) where person_id = ${personId}`,
  );
  return rows.length > 0;
}
