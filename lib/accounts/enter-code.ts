import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people } from "@/db/schema";
import { type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { proofOf, readHalfWay } from "./half-way";
import type { EnterCodeInput } from "./input";
import { type LetInView, letIn } from "./let-in";
import { spendPasscode, takeTry } from "./spend-passcode";

/**
 * Signs in whoever gave the right password in this browser a moment ago, by the code of their second factor or one of
 * their recovery codes. Ten tries in a quarter of an hour, whoever makes them from wherever.
 */
export async function enterCode(
  visitor: Visitor,
  { state, passcode }: EnterCodeInput,
): Promise<Result<LetInView>> {
  const found = readHalfWay(visitor, state);
  if (!found) return refuse("expired");
  const { personId, proof, next, replaces } = found;
  const tooOften = await takeTry(personId);
  if (tooOften) return tooOften;
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "enter code");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    // Locks out a change of the password that runs meanwhile, and ends with one that ran before.
    const [person] = await tx
      .select({ passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, personId))
      .for("share");
    if (!person || proofOf(person.passwordHash) !== proof) return refuse("expired");
    const wrong = await spendPasscode(tx, { personId, requestId: visitor.requestId }, passcode);
    if (wrong) return wrong;
    return letIn(tx, visitor, personId, { next, replaces });
  });
}
