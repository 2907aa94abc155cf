import { and, asc, count, desc, gt, isNotNull, isNull, lt, min } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { mails } from "@/db/schema";
import { inSeconds } from "../clock";

/** A letter that did not leave: to whom and of which kind, never what it says. */
export type StuckLetterView = {
  id: string;
  recipient: string;
  kind: string;
  createdAt: Date;
  tries: number;
  /** Given up; else it is tried again by itself, at `dueAt`. */
  failedAt: Date | null;
  dueAt: Date;
};

/** The letters in trouble, and how many others wait for their turn since when. */
export type StuckLettersView = { letters: StuckLetterView[]; waiting: number; oldestAt: Date | null };

const mostListed = 50;
/** A first try that is this late waits for a worker, not for its turn. */
const lateSeconds = 60;

/** What of the outbox of letters wants a look: given up first, newest first, then those that are tried again. */
export async function listStuckLetters(): Promise<StuckLettersView> {
  return asOperator(async (tx) => {
    const columns = {
      id: mails.id,
      recipient: mails.recipient,
      kind: mails.kind,
      createdAt: mails.createdAt,
      tries: mails.tries,
      failedAt: mails.failedAt,
      dueAt: mails.dueAt,
    };
    const failed = await tx
      .select(columns)
      .from(mails)
      .where(isNotNull(mails.failedAt))
      .orderBy(desc(mails.failedAt))
      .limit(mostListed);
    const unsent = and(isNull(mails.sentAt), isNull(mails.failedAt));
    const retried = await tx
      .select(columns)
      .from(mails)
      .where(and(unsent, gt(mails.tries, 0)))
      .orderBy(asc(mails.createdAt))
      .limit(mostListed);
    const [late] = await tx
      .select({ waiting: count(), oldestAt: min(mails.dueAt) })
      .from(mails)
      .where(and(unsent, lt(mails.dueAt, inSeconds(-lateSeconds))));
    return {
      letters: [...failed, ...retried],
      waiting: late?.waiting ?? 0,
      oldestAt: late?.oldestAt ?? null,
    };
  });
}
