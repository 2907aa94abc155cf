import { and, eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people, recoveries, recoveryStops } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";
import { isRunning, isRunningOf } from "./recovery-times";

/** A mailed right to begin the wait. `isOpen`: it can be. `readyAt`: a wait of its person runs until then. */
export type RecoveryView = { isOpen: boolean; readyAt: Date | null };

/** What a mailed link stands for; null where no such link was ever sent. Changes nothing. */
export function findRecovery(token: string): Promise<RecoveryView | null> {
  return asVisitor(async (tx) => {
    const [row] = await tx
      .select({
        personId: recoveries.personId,
        begunAt: recoveries.begunAt,
        stoppedAt: recoveries.stoppedAt,
        expiresAt: recoveries.expiresAt,
      })
      .from(recoveries)
      .where(eq(recoveries.tokenHash, hashToken(token)));
    if (!row) return null;
    const [running] = await tx
      .select({ readyAt: recoveries.readyAt })
      .from(recoveries)
      .where(isRunningOf(row.personId));
    const isFresh = row.begunAt === null && row.stoppedAt === null && row.expiresAt > now();
    return { isOpen: isFresh && !running, readyAt: running?.readyAt ?? null };
  });
}

/** A mailed right to stop a wait. `readyAt` is null where it runs no more. */
export type RecoveryStopView = { email: string; readyAt: Date | null };

/** What the link of a letter about a wait stands for; null where no such link was ever sent. Changes nothing. */
export function findRecoveryStop(token: string): Promise<RecoveryStopView | null> {
  return asVisitor(async (tx) => {
    const [row] = await tx
      .select({ id: recoveries.id, email: people.email })
      .from(recoveryStops)
      .innerJoin(recoveries, eq(recoveries.id, recoveryStops.recoveryId))
      .innerJoin(people, eq(people.id, recoveries.personId))
      .where(eq(recoveryStops.hash, hashToken(token)));
    if (!row) return null;
    const [running] = await tx
      .select({ readyAt: recoveries.readyAt })
      .from(recoveries)
      .where(and(eq(recoveries.id, row.id), isRunning()));
    return { email: row.email, readyAt: running?.readyAt ?? null };
  });
}
