import { disconnect } from "@/db/client";
import { outliveStrayLosses } from "@/db/outlive-connection";
import { log } from "@/lib/log";
import { noteRun } from "./job-runs";
import { jobs } from "./jobs";
import { runJobs } from "./run-jobs";

const patienceMs = 700;
const running = runJobs(jobs, noteRun);
log.info({ jobs: jobs.map(({ name }) => name) }, "worker runs");

outliveStrayLosses((err) => log.warn({ err }, "a connection to the database was lost"));

let stopping = false;
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

/** Lets the jobs under way finish for a moment, and leaves within a second; whatever was cut off rolls back. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), patienceMs).unref();
  await running.stop();
  await disconnect();
  process.exit(0);
}
