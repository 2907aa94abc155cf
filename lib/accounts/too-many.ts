import { type Refusal, refuse } from "../result";

/** The refusal of somebody over a limit, with the minutes until there is room again. */
export function tooMany(retryAfterSeconds: number): Refusal {
  return refuse("too_many", { facts: { minutes: String(Math.max(1, Math.ceil(retryAfterSeconds / 60))) } });
}
