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
import { isStopped } from "./find-stopped";
import { spendFormKey } from "./form-key";
import { halfWayPath, proofOf } from "./half-way";
import { hasSecondFactor } from "./has-second-factor";
import type { ResetPasswordInput } from "./input";
import { judgePassword, listCompanyNames } from "./judge-password";
import { type LetInView, stoppedPath } from "./let-in";
import { hashPassword, inPasswordQueue } from "./password";
import { setPassword } from "./set-password";
import { tooMany } from "./too-many";
import { withdrawAfterReset } from "./withdraw-after-reset";

/**
 * Sets a new password by a mailed link, which works once, for an hour. Every session of the person ends, and one
 * begins here; whom they have invited into a team waits for a new letter. No limit of sign-in stands in the
 * way: the owner always gets in like this. A second factor stays, and its code is asked for next.
 */
export async function resetPassword(
  visitor: Visitor,
  { token, password }: ResetPasswordInput,
): Promise<Result<LetInView>> {
  const found = await findReset(token);
  if (!found || found.isOver) return refuse(found ? "expired" : "not_found");
  const companies = await listCompanyNames(found.personId);
  const unfit = judgePassword(password, { email: found.email, companies });
  if (unfit) return unfit;
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
    if (await hasSecondFactor(tx, used.personId)) {
      const halfWay = { personId: used.personId, proof: proofOf(passwordHash), next: "" };
      return done({ goTo: halfWayPath(visitor, halfWay) });
    }
    const sessionId = await beginSession(tx, visitor, used.personId);
    const door = await findDoor(tx, sessionId);
    return done({ sessionId, goTo: door ?? ((await isStopped(tx, sessionId)) ? stoppedPath : "/") });
  });
}
