import { inSeconds } from "../clock";
import type { Posted } from "./post-guarded";

/** How long after each failed try the next one comes: ten tries over about three days. */
export const pausesSeconds = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** When to try again after so many failed tries, up to a tenth sooner or later; null when it is given up. */
export function nextTryAt(tries: number, random = Math.random): Date | null {
  const pause = pausesSeconds[tries - 1];
  return pause === undefined ? null : inSeconds(pause * (0.9 + 0.2 * random()));
}

/** What follows from a try. `disabled`: the receiver answered 410, it wants no message of this endpoint ever. */
export type AfterTry =
  | { state: "delivered" }
  | { state: "waiting"; dueAt: Date }
  | { state: "given_up" }
  | { state: "disabled" };

/** Judges the latest of so many tries of one delivery. */
export function judgeTry(
  { ok, fault }: Pick<Posted, "ok" | "fault">,
  tries: number,
  random = Math.random,
): AfterTry {
  if (ok) return { state: "delivered" };
  if (fault === "gone") return { state: "disabled" };
  const dueAt = nextTryAt(tries, random);
  return dueAt ? { state: "waiting", dueAt } : { state: "given_up" };
}
