import { and, eq, gt, isNull } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { resets } from "@/db/schema";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { hashToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { beginSession, findDoor } from "./begin-session";
import { findReset } from "./find-reset";
import { spendFormKey } from "./form-key";
import type { ResetPasswordInput } from "./input";
import { hashPassword, inPasswordQueue } from "./password";
import { setPassword } from "./set-password";
import { tooMany } from "./too-many";
import { withdrawAfterReset } from "./withdraw-after-reset";

/** The session that began, and its door. */
export type ResetPasswordView = { sessionId: string; goTo: string };

/**
 * Sets a new password by a mailed link, which works once, for an hour. Every session of the person ends, and one
 * begins here; whom they have invited into a team waits for a new letter. No limit of sign-in stands in the way: the owner always gets in like this.
 */
export async function resetPassword(
  visitor: Visitor,
  { token, password }: ResetPasswordInput,
): Promise<Result<ResetPasswordView>> {
  const found = await findReset(token);
  if (!found || found.isOver) return refuse(found ? "expired" : "not_found");
  const passwordHash = await inPasswordQueue(visitor.address, () => hashPassword(password));
  if (!passwordHash) return tooMany(60);

  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "reset password");
    if (refusal) return refusal;
    const [used] = await tx
      .update(resets)
      .set({ usedAt: now() })
      .where(and(eq(resets.tokenHash, hashToken(token)), isNull(resets.usedAt), gt(resets.expiresAt, now())))
      .returning({ personId: resets.personId });
    if (!used) return refuse("expired");
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    await withdrawAfterReset(tx, visitor, used.personId);
    await setPassword(tx, visitor, used.personId, { fresh: passwordHash });
    const sessionId = await beginSession(tx, visitor, used.personId);
    return done({ sessionId, goTo: (await findDoor(tx, sessionId)) ?? "/" });
  });
}
