import { sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { jobRuns } from "@/db/schema";
import { now } from "@/lib/clock";
import { redactText } from "@/lib/redact";

/** How one run of a job ended: with so much done, or with what went wrong. */
export type JobRun = { name: string; startedAt: Date; count?: number; error?: unknown };

type Noted = Partial<Omit<typeof jobRuns.$inferInsert, "name">>;

const noted = new Map<string, Noted>();
const longestFault = 200;

/** Keeps in mind how a run ended; nothing is written, for there are several a second. */
export function noteRun({ name, startedAt, count, error }: JobRun) {
  const at = now();
  const before = noted.get(name) ?? {};
  const ended: Noted =
    error === undefined
      ? { lastFinishedAt: at, ...(count ? { lastDidAt: at } : {}) }
      : { lastFailedAt: at, fault: describeFault(error) };
  noted.set(name, { ...before, lastStartedAt: startedAt, ...ended });
}

/** Writes what was noted, for the operator's desk, with the sign that this worker is alive. No time moves back. */
export async function saveJobRuns(names: string[]): Promise<number> {
  const seenAt = now();
  const rows = names.map((name) => ({ name, seenAt, ...noted.get(name) }));
  const latest = (column: string) =>
    sql`greatest(${sql.identifier("job_runs")}.${sql.identifier(column)}, excluded.${sql.identifier(column)})`;
  await asWorker((tx) =>
    tx
      .insert(jobRuns)
      .values(rows)
      .onConflictDoUpdate({
        target: jobRuns.name,
        set: {
          seenAt: latest("seen_at"),
          lastStartedAt: latest("last_started_at"),
          lastFinishedAt: latest("last_finished_at"),
          lastDidAt: latest("last_did_at"),
          lastFailedAt: latest("last_failed_at"),
          fault: sql`case when excluded.last_failed_at >= coalesce(job_runs.last_failed_at, '-infinity') then excluded.fault
            else job_runs.fault end`,
        },
      }),
  );
  // A heartbeat is no work that anybody wants to read of.
  return 0;
}

/** The cause in one line. A driver's outer message repeats the statement with its values, so it is left out. */
function describeFault(error: unknown): string {
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause) return describeFault(cause);
  const { message, code } = error as { message?: string; code?: string };
  const [line = ""] = String(message ?? error).split("\n");
  return redactText([code, line].filter(Boolean).join(": ")).slice(0, longestFault);
}
