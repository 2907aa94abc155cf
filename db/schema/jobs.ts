import { pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** When each of the worker's jobs ran last, over all workers; noted a few times a minute, not at each run. */
export const jobRuns = pgTable("job_runs", {
  name: text("name").primaryKey(),
  /** A worker that has this job was alive then. */
  seenAt: moment("seen_at").notNull(),
  lastStartedAt: moment("last_started_at"),
  /** The end of the last run that worked. */
  lastFinishedAt: moment("last_finished_at"),
  /** The end of the last run that found something to do. */
  lastDidAt: moment("last_did_at"),
  lastFailedAt: moment("last_failed_at"),
  /** What the last failure said, without anything secret. */
  fault: text("fault"),
});
