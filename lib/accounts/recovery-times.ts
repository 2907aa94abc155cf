import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { recoveries } from "@/db/schema";
import { inSeconds } from "../clock";

/** How long the mailed link waits to be pressed. */
export const recoveryLinkSeconds = 3600;
/** How long everybody who reads the mailbox has to stop it. */
export const recoveryWaitSeconds = 72 * 3600;
/** How often a letter says, during the wait, that it runs. */
export const recoveryLetterSeconds = 24 * 3600;
/** How long after the wait signing in still turns the second factor off. */
const usableSeconds = 7 * 86_400;

/** Whether a recovery was begun and neither stopped, used, nor forgotten about: waiting, or ready to be used. */
export const isRunning = () =>
  and(
    isNotNull(recoveries.begunAt),
    isNull(recoveries.stoppedAt),
    isNull(recoveries.usedAt),
    gt(recoveries.readyAt, inSeconds(-usableSeconds)),
  );

/** The running recovery of one person. */
export const isRunningOf = (personId: string) => and(eq(recoveries.personId, personId), isRunning());
