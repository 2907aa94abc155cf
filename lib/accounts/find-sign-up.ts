import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { type OrganisationKind, people, signUps } from "@/db/schema";
import { now } from "../clock";
import { foldEmail } from "../input";
import { hashToken } from "../secrets";

/** A pending sign-up as its link shows it. `isOver`: used, too old, or the address has an account meanwhile. */
export type PendingSignUpView = {
  email: string;
  companyName: string;
  kind: OrganisationKind;
  isOver: boolean;
};

/** What a mailed sign-up link stands for; null where no such link was ever sent. Changes nothing. */
export async function findSignUp(token: string): Promise<PendingSignUpView | null> {
  return asVisitor(async (tx) => {
    const [row] = await tx
      .select()
      .from(signUps)
      .where(eq(signUps.tokenHash, hashToken(token)));
    if (!row) return null;
    const { email, companyName, kind } = row;
    const known = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.emailFold, foldEmail(email)));
    return {
      email,
      companyName,
      kind,
      isOver: row.usedAt !== null || row.expiresAt <= now() || known.length > 0,
    };
  });
}
