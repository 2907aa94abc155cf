import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import type { JobRun } from "./job-runs";
import type { Job } from "./jobs";

const tickMs = 250;

/**
 * Runs each job at its own pace, one run of it at a time, until told to stop. A job that fails is tried again at its
 * next turn; the first failure in a row is logged, and the recovery. `note` hears how each run ended.
 */
export function runJobs(jobs: Job[], note: (run: JobRun) => void = () => {}): { stop: () => Promise<void> } {
  const states = jobs.map((job) => ({
    job,
    dueAt: 0,
    failures: 0,
    running: Promise.resolve() as Promise<void>,
  }));
  let stopped = false;

  const run = async (state: (typeof states)[number]) => {
    const { job } = state;
    const [name, startedAt] = [job.name, now()];
    try {
      const count = await job.run();
      if (state.failures > 0) log.info({ job: job.name, failures: state.failures }, "a job works again");
      if (count > 0) log.info({ job: job.name, count }, "a job did something");
      state.failures = 0;
      note({ name, startedAt, count });
    } catch (error) {
      state.failures++;
      note({ name, startedAt, error });
      if (state.failures === 1) log.warn({ job: job.name, err: error }, "a job failed");
    }
    // From the end of a run, and soon after a failure: nothing waits ten minutes for a database that is back.
    const pauseSeconds = state.failures > 0 ? Math.min(job.everySeconds, 5) : job.everySeconds;
    state.dueAt = performance.now() + pauseSeconds * 1000;
  };
  const tick = () => {
    for (const state of states) {
      if (stopped || performance.now() < state.dueAt) continue;
      state.dueAt = Number.POSITIVE_INFINITY;
      state.running = run(state);
    }
  };
  const timer = setInterval(tick, tickMs);
  tick();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.all(states.map((state) => state.running));
    },
  };
}
