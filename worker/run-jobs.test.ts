import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runJobs } from "./run-jobs";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("each job runs at its own pace, from the start", async () => {
  const counts = { often: 0, seldom: 0 };
  const count = (name: keyof typeof counts) => async () => ++counts[name];
  const running = runJobs([
    { name: "often", everySeconds: 1, run: count("often") },
    { name: "seldom", everySeconds: 60, run: count("seldom") },
  ]);
  await vi.advanceTimersByTimeAsync(119_500);
  await running.stop();
  expect(counts.often).toBeGreaterThan(55);
  expect(counts.seldom).toBe(2);
  const before = { ...counts };
  await vi.advanceTimersByTimeAsync(60_000);
  expect(counts).toEqual(before);
});

test("a job that fails is tried again within seconds, and holds up no other", async () => {
  let failures = 0;
  let others = 0;
  const running = runJobs([
    {
      name: "fails",
      everySeconds: 600,
      run: async () => {
        failures++;
        throw new Error("no database");
      },
    },
    { name: "other", everySeconds: 1, run: async () => ++others },
  ]);
  await vi.advanceTimersByTimeAsync(30_000);
  await running.stop();
  expect(failures).toBeGreaterThan(3);
  expect(others).toBeGreaterThan(10);
});

test("a job that takes long is not started twice, and stop waits for it", async () => {
  let atOnce = 0;
  let most = 0;
  let done = 0;
  const run = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    atOnce--;
    return ++done;
  };
  const running = runJobs([{ name: "long", everySeconds: 1, run }]);
  await vi.advanceTimersByTimeAsync(9000);
  let stopped = false;
  const stopping = running.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(100);
  expect([most, stopped]).toEqual([1, false]);
  await vi.advanceTimersByTimeAsync(5000);
  await stopping;
  expect(done).toBe(2);
});
