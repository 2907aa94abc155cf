import { asMachine } from "@/db/client";
import type { Limit, Taken } from "../limits/take-limit";
import { hashToken } from "../secrets";
import { ask } from "./ask";

/**
 * Counts one against a limit on the machine paths, in one statement of its own; with `add: 0` only asks. Always in
 * force: whether `LIMITS=off` means this limit too, the caller decides.
 */
export async function takeMachineLimit(limit: Limit, key: string, add: 0 | 1 = 1): Promise<Taken> {
  const counter = counterKey(limit, key);
  const [row] = await ask(
    asMachine()<
      { allowed: boolean; left_over: number; retry_after_seconds: number }[]
    >`select * from take_limit(${counter}, ${limit.max}, ${limit.windowSeconds}, ${add})`,
  );
  if (!row) throw new Error("take_limit answered nothing");
  return { allowed: row.allowed, left: row.left_over, retryAfterSeconds: row.retry_after_seconds };
}

/** The counter of a limit and a key; hashed, because keys hold what callers sent, at any length. */
export function counterKey(limit: Limit, key: string): string {
  return `${limit.name}:${hashToken(key).toString("base64url")}`;
}
