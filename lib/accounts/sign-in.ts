import { and, eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people } from "@/db/schema";
import { done, type Result, refuse } from "../result";
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
    if (!door) return refuse("not_found");
    return done({ sessionId, goTo: nextPath(input.next, door) });
  });
}
