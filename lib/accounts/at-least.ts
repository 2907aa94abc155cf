import { setTimeout } from "node:timers/promises";

/** Answers no sooner than after so many milliseconds, so that the time taken does not tell what was done. */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [settled] = await Promise.allSettled([work(), setTimeout(milliseconds)]);
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
