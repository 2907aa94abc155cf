import { and, eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { recoveries, recoveryStops } from "@/db/schema";
import { done, type Result, refuse } from "../result";
import { hashToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { RecoveryTokenInput } from "./input";
import { isRunning } from "./recovery-times";
import { stopRecoveries } from "./stop-recoveries";
import { recoveryPath } from "./tell-of-recovery";

/** The page that says so. */
export type StopRecoveryView = { goTo: string };

/** Stops a wait by the link of any letter about it: the second factor stays as it is. */
export async function stopRecovery(
  visitor: Visitor,
  { token }: RecoveryTokenInput,
): Promise<Result<StopRecoveryView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "stop recovery");
    if (refusal) return refusal;
    const isIt = eq(recoveryStops.hash, hashToken(token));
    const [known] = await tx.select({ recoveryId: recoveryStops.recoveryId }).from(recoveryStops).where(isIt);
    if (!known) return refuse("not_found");
    const [running] = await tx
      .select({ personId: recoveries.personId })
      .from(recoveries)
      .where(and(eq(recoveries.id, known.recoveryId), isRunning()));
    if (!running) return refuse("expired");
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    const who = { personId: running.personId, requestId: visitor.requestId };
    if (!(await stopRecoveries(tx, who, "link"))) return refuse("expired");
    return done({ goTo: `${recoveryPath(token)}/stop?stopped=1` });
  });
}
