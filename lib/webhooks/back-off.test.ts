import { describe, expect, it } from "vitest";
import { now } from "../clock";
import { judgeTry, nextTryAt, pausesSeconds } from "./back-off";

const middle = () => 0.5;
const inHours = (tries: number, random = middle) =>
  ((nextTryAt(tries, random)?.getTime() ?? Number.NaN) - now().getTime()) / 3_600_000;

describe("tries", () => {
  it("are ten over about three days, each later than the one before", () => {
    const hours = pausesSeconds.map((_pause, at) => inHours(at + 1));
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    const all = hours.reduce((sum, one) => sum + one, 0);
    expect(all).toBeGreaterThan(72);
    expect(all).toBeLessThan(80);
    expect(nextTryAt(10)).toBeNull();
    expect(nextTryAt(11)).toBeNull();
  });

  it("come first after seconds, and never all at once", () => {
    expect(inHours(1) * 3600).toBeCloseTo(5, 0);
    expect(inHours(9, () => 0)).toBeCloseTo(24 * 0.9, 2);
    expect(inHours(9, () => 0.999_999)).toBeCloseTo(24 * 1.1, 2);
    expect(new Set(Array.from({ length: 50 }, () => nextTryAt(9)?.getTime())).size).toBeGreaterThan(40);
  });
});

describe("after a try", () => {
  it.each([
    [{ ok: true, fault: null }, 1, "delivered"],
    [{ ok: true, fault: null }, 10, "delivered"],
    [{ ok: false, fault: "status" }, 1, "waiting"],
    [{ ok: false, fault: "refused_address" }, 9, "waiting"],
    [{ ok: false, fault: "timeout" }, 10, "given_up"],
    [{ ok: false, fault: "gone" }, 1, "disabled"],
    [{ ok: false, fault: "gone" }, 10, "disabled"],
  ] as const)("%j as number %d it is %s", (posted, tries, state) => {
    const after = judgeTry(posted, tries, middle);
    expect(after.state).toBe(state);
    if (after.state === "waiting") expect(after.dueAt.getTime()).toBeGreaterThan(now().getTime());
  });
});
