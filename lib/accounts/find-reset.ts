import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people, resets } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";

/** A mailed right to set a new password. `isOver`: used or too old. */
export type ResetView = { personId: string; email: string; isOver: boolean };

/** What a mailed reset link stands for; null where no such link was ever sent. Changes nothing. */
export async function findReset(token: string): Promise<ResetView | null> {
  const [row] = await asVisitor((tx) =>
    tx
      .select({
        personId: people.id,
        email: people.email,
        usedAt: resets.usedAt,
        expiresAt: resets.expiresAt,
      })
      .from(resets)
      .innerJoin(people, eq(people.id, resets.personId))
      .where(eq(resets.tokenHash, hashToken(token))),
  );
  if (!row) return null;
  const { personId, email, usedAt, expiresAt } = row;
  return { personId, email, isOver: usedAt !== null || expiresAt <= now() };
}
