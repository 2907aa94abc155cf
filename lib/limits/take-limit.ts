import { sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { env } from "../env";
import { hashToken } from "../secrets";

/** A limit: so many within a sliding window, counted apart for each key. */
export type Limit = { name: string; max: number; windowSeconds: number };

/** Whether there was room, what is left, and when there will be room again. */
export type Taken = { allowed: boolean; left: number; retryAfterSeconds: number };

/**
 * Counts one against a limit, or with `add: 0` only asks. Commits on its own, so that a refused act still counts;
 * shared by every instance. With `LIMITS=off` there is always room.
 */
export async function takeLimit(limit: Limit, key: string, add: 0 | 1 = 1): Promise<Taken> {
  return asVisitor((tx) => takeLimitIn(tx, limit, key, add));
}

/** The same inside the act's own transaction: what the act undoes is not counted, and no second connection waits. */
export async function takeLimitIn(tx: Tx, limit: Limit, key: string, add: 0 | 1 = 1): Promise<Taken> {
  if (env().LIMITS === "off") return { allowed: true, left: limit.max, retryAfterSeconds: 0 };
  // Hashed, because keys hold addresses of people and the table needs none of them.
  const hashed = `${limit.name}:${hashToken(key).toString("base64url")}`;
  const [row] = await tx.execute<{ allowed: boolean; left_over: number; retry_after_seconds: number }>(
    sql`select * from take_limit(${hashed}, ${limit.max}, ${limit.windowSeconds}, ${add})`,
  );
  if (!row) throw new Error("take_limit answered nothing");
  return { allowed: row.allowed, left: row.left_over, retryAfterSeconds: row.retry_after_seconds };
}
