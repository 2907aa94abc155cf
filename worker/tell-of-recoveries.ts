import { and, eq, isNotNull, lte, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { people, recoveries, secondFactors } from "@/db/schema";
import { isRunning, recoveryLetterSeconds } from "@/lib/accounts/recovery-times";
import { tellOfRecovery } from "@/lib/accounts/tell-of-recovery";
import { inSeconds, now } from "@/lib/clock";

const atOnce = 50;

/**
 * Writes to whoever waits for their second factor to be turned off, once a day, that the wait runs, and once when it is
 * over; each letter stops it. Resolves to the number of letters.
 */
export async function tellOfRecoveries(): Promise<number> {
  return asWorker(async (tx) => {
    const at = now();
    const due = await tx
      .select({
        id: recoveries.id,
        readyAt: recoveries.readyAt,
        name: people.name,
        email: people.email,
      })
      .from(recoveries)
      .innerJoin(people, eq(people.id, recoveries.personId))
      .innerJoin(secondFactors, eq(secondFactors.personId, recoveries.personId))
      .where(
        and(
          isRunning(),
          isNotNull(secondFactors.since),
          lte(recoveries.toldAt, inSeconds(-recoveryLetterSeconds)),
          sql`${recoveries.toldAt} < ${recoveries.readyAt}`,
        ),
      )
      .limit(atOnce)
      .for("update", { of: recoveries, skipLocked: true });
    for (const { id, readyAt, name, email } of due) {
      if (!readyAt) continue;
      await tx.update(recoveries).set({ toldAt: at }).where(eq(recoveries.id, id));
      const kind = readyAt <= at ? "recovery-ready" : "recovery-runs";
      await tellOfRecovery(tx, kind, { id, readyAt, name, email });
    }
    return due.length;
  });
}
