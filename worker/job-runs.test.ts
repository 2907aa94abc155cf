import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { jobRuns } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { inSeconds, moveClock, now } from "@/lib/clock";
import { readWorker } from "@/lib/desk/read-worker";
import { noteRun, saveJobRuns } from "./job-runs";

beforeAll(() => ownDatabase());
beforeEach(async () => {
  moveClock(0);
  await asFounder((tx) => tx.delete(jobRuns));
});

const secret = `mps_live_${"a".repeat(46)}`;

describe("what a worker notes of its jobs", () => {
  test("tells when each ran, did something and failed; a failure stands until the next run that works", async () => {
    expect(await readWorker()).toEqual({ isSilent: true, seenAt: null, jobs: [] });
    const startedAt = inSeconds(-5);
    noteRun({ name: "idle", startedAt, count: 0 });
    noteRun({ name: "busy", startedAt, count: 7 });
    const outer = new Error(`Failed query: insert ... params: ${secret}`, {
      cause: Object.assign(new Error(`no route for ${secret}\nat line 3`), { code: "ECONNREFUSED" }),
    });
    noteRun({ name: "broken", startedAt, error: outer });
    await saveJobRuns(["busy", "broken", "idle", "never"]);
    const { isSilent, jobs } = await readWorker();
    expect(isSilent).toBe(false);
    expect(jobs.map(({ name, lastDidAt, fault }) => [name, lastDidAt !== null, fault])).toEqual([
      ["broken", false, "ECONNREFUSED: no route for mps_live_[redacted]"],
      ["busy", true, null],
      ["idle", false, null],
      ["never", false, null],
    ]);
    expect(jobs[1]?.lastStartedAt).toEqual(startedAt);

    moveClock(60);
    noteRun({ name: "broken", startedAt: now(), count: 0 });
    await saveJobRuns(["busy", "broken", "idle", "never"]);
    const [broken] = (await readWorker()).jobs;
    expect(broken).toMatchObject({ name: "broken", fault: null });
    expect(broken?.lastFailedAt).not.toBeNull();
  });

  test("never moves a time back, whichever of two workers writes last", async () => {
    moveClock(0);
    noteRun({ name: "one", startedAt: now(), count: 1 });
    await saveJobRuns(["one"]);
    const before = await readWorker();
    moveClock(-600);
    noteRun({ name: "one", startedAt: now(), count: 1 });
    await saveJobRuns(["one"]);
    moveClock(0);
    expect(await readWorker()).toEqual(before);
  });

  test("is silent after two minutes, and a job of yesterday's code is forgotten", async () => {
    await saveJobRuns(["old"]);
    moveClock(90_000);
    await saveJobRuns(["new"]);
    expect((await readWorker()).jobs.map(({ name }) => name)).toEqual(["new"]);
    moveClock(90_000 + 110);
    expect((await readWorker()).isSilent).toBe(false);
    moveClock(90_000 + 130);
    expect((await readWorker()).isSilent).toBe(true);
  });
});
