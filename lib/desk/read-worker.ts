import { asOperator } from "@/db/client";
import { jobRuns } from "@/db/schema";
import { inSeconds } from "../clock";

/** One of the worker's jobs: when it last ran, did something, and failed. */
export type JobRunView = {
  name: string;
  lastStartedAt: Date | null;
  lastFinishedAt: Date | null;
  lastDidAt: Date | null;
  lastFailedAt: Date | null;
  /** Set while the last run is one that failed. */
  fault: string | null;
};

/** The worker as the desk sees it; `isSilent` says that none has been heard of for two minutes. */
export type WorkerView = { isSilent: boolean; seenAt: Date | null; jobs: JobRunView[] };

const silentSeconds = 120;
const forgottenSeconds = 86_400;

/** What the workers noted about their jobs; a job that is no longer theirs is left out after a day. */
export async function readWorker(): Promise<WorkerView> {
  const rows = await asOperator((tx) => tx.select().from(jobRuns).orderBy(jobRuns.name));
  const seen = rows.map((row) => row.seenAt.getTime());
  const seenAt = seen.length > 0 ? new Date(Math.max(...seen)) : null;
  const alive = (seenAt?.getTime() ?? 0) - forgottenSeconds * 1000;
  const jobs = rows
    .filter((row) => row.seenAt.getTime() > alive)
    .map(({ seenAt: _, fault, ...run }) => {
      const isFailing = run.lastFailedAt && run.lastFailedAt > (run.lastFinishedAt ?? new Date(0));
      return { ...run, fault: isFailing ? (fault ?? "") : null };
    });
  return { isSilent: !seenAt || seenAt < inSeconds(-silentSeconds), seenAt, jobs };
}
