import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people, recoveries, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { done, type Result, refuse } from "../result";
import { hashToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { findRecovery } from "./find-recovery";
import { spendFormKey } from "./form-key";
import type { RecoveryTokenInput } from "./input";
import { mustKeepSecondFactor } from "./must-keep-second-factor";
import { isRunningOf, recoveryWaitSeconds } from "./recovery-times";
import { recoveryPath, tellOfRecovery } from "./tell-of-recovery";

/** The page that says until when the wait runs. */
export type BeginRecoveryView = { goTo: string };

/**
 * Begins the wait after which the right password alone turns the second factor off: by a mailed link, once, and one
 * wait at a time. It is told at once, with the way to stop it.
 */
export async function beginRecovery(
  visitor: Visitor,
  { token }: RecoveryTokenInput,
): Promise<Result<BeginRecoveryView>> {
  if (!(await findRecovery(token))) return refuse("not_found");
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "begin recovery");
    if (refusal) return refusal;
    const isIt = eq(recoveries.tokenHash, hashToken(token));
    // Its factor is held first, as by whoever types a code of it: a wait and the code that stops it see each other.
    const [owner] = await tx
      .select({ personId: people.id, name: people.name, email: people.email })
      .from(recoveries)
      .innerJoin(people, eq(people.id, recoveries.personId))
      .innerJoin(secondFactors, eq(secondFactors.personId, recoveries.personId))
      .where(and(isIt, isNotNull(secondFactors.since)))
      .for("update", { of: secondFactors });
    if (!owner || (await mustKeepSecondFactor(tx, owner.personId))) return refuse("expired");
    const { personId, name, email } = owner;
    const [running] = await tx.select({ id: recoveries.id }).from(recoveries).where(isRunningOf(personId));
    if (running) return refuse("expired");
    const at = now();
    await closeForgotten(personId);
    const [begun] = await tx
      .update(recoveries)
      .set({ begunAt: at, toldAt: at, readyAt: inSeconds(recoveryWaitSeconds) })
      .where(
        and(isIt, isNull(recoveries.begunAt), isNull(recoveries.stoppedAt), gt(recoveries.expiresAt, at)),
      )
      .returning({ id: recoveries.id, readyAt: recoveries.readyAt });
    if (!begun?.readyAt) return refuse("expired");
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    const who = { personId, name, requestId: visitor.requestId };
    const data = { readyAt: begun.readyAt.toISOString() };
    await recordEvent(tx, who, { type: "person.recovery_begun", organisationId: null, data });
    await tellOfRecovery(tx, "recovery-begun", { id: begun.id, readyAt: begun.readyAt, name, email });
    return done({ goTo: `${recoveryPath(token)}?begun=1` });

    /** A wait that nobody made use of in its week is over; its row says so before the next one begins. */
    function closeForgotten(id: string) {
      return tx
        .update(recoveries)
        .set({ stoppedAt: at })
        .where(
          and(
            eq(recoveries.personId, id),
            isNotNull(recoveries.begunAt),
            isNull(recoveries.stoppedAt),
            isNull(recoveries.usedAt),
          ),
        );
    }
  });
}
