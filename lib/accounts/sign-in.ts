import { and, eq, sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { people } from "@/db/schema";
import { done, type LimitName, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { beginSession, findDoor } from "./begin-session";
import { checkGuess } from "./check-guess";
import { spendFormKey } from "./form-key";
import type { SignInInput } from "./input";
import { nextPath } from "./next-path";

/** The session that began, and where it leads. */
export type SignInView = { sessionId: string; goTo: string };

/**
 * Signs in by password. Wrong password and unknown address get one answer. A form made for somebody who only has
 * to confirm that it is them names their session, which ends as the new one begins.
 */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<Result<SignInView>> {
  const proof = await checkGuess(visitor, input.email, input.password);
  if (!proof.ok) return proof;
  const { personId, passwordHash } = proof.view;

  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "sign in");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    // Locks out a change of the password that runs meanwhile: no session outlives it.
    const [unchanged] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.passwordHash, passwordHash)))
      .for("share");
    if (!unchanged) return refuse("invalid", { fields: { password: "wrong_password" } });
    const sessionId = await beginSession(tx, visitor, personId, visitor.key?.offered.replaces?.[0]);
    const door = await findDoor(tx, sessionId);
    if (!door) return (await findSuspension(tx, sessionId)) ?? refuse("not_found");
    return done({ sessionId, goTo: nextPath(input.next, door) });
  });
}

/** Why somebody who proved who they are still gets in nowhere: their organisation is suspended, and for what. */
async function findSuspension(tx: Tx, sessionId: string) {
  const [found] = await tx.execute<{ name: string; suspended_at: string; reason: string | null }>(
    sql`select * from find_suspensions(${sessionId})`,
  );
  if (!found) return null;
  const since = new Date(found.suspended_at).toISOString().slice(0, 10);
  const facts = { organisation: found.name, since, reason: found.reason ?? "" };
  return refuse("not_allowed", { facts: { limit: "organisation_stopped" satisfies LimitName, ...facts } });
}
