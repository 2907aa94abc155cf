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
export async function takeLimitIn(tx: Tx, limit: Limit, key: string, add = 1): Promise<Taken> {
  if (env().LIMITS === "off") return { allowed: true, left: limit.max, retryAfterSeconds: 0 };
  // Hashed, because keys hold addresses of people and the table needs none of them.
  const hashed = `${limit.name}:${hashToken(key).toString("base64url")}`;
  const [row] = await tx.execute<{ allowed: boolean; left_over: number; retry_after_seconds: number }>(
    sql`select * from take_limit(${hashed}, ${limit.max}, ${limit.windowSeconds}, ${add})`,
  );
  if (!row) throw new Error("take_limit answered nothing");
  return { allowed: row.allowed, left: row.left_over, retryAfterSeconds: row.retry_after_seconds };
}

/** Takes as many of `wanted` as there is room for, inside the act's own transaction: so many, and the wait for more. */
export async function takeSomeIn(tx: Tx, limit: Limit, key: string, wanted: number) {
  if (wanted === 0) return { count: 0, retryAfterSeconds: 0 };
  const all = await takeLimitIn(tx, limit, key, wanted);
  if (all.allowed) return { count: wanted, retryAfterSeconds: 0 };
  // The refused try holds the counter, so what is left is left for this transaction alone.
  if (all.left > 0) await takeLimitIn(tx, limit, key, all.left);
  const { retryAfterSeconds } = await takeLimitIn(tx, limit, key, 0);
  return { count: all.left, retryAfterSeconds };
}

/** The same for many keys in one statement; whether there was room, in their order. */
export async function takeLimitsIn(tx: Tx, limit: Limit, keys: string[]): Promise<boolean[]> {
  if (env().LIMITS === "off" || keys.length === 0) return keys.map(() => true);
  const hashed = keys.map((key) => `${limit.name}:${hashToken(key).toString("base64url")}`);
  // Everybody takes them in the same order, so that no two transactions wait for each other. None has room for more
  // than its limit, so a key that comes a thousand times is not asked a thousand times.
  const taken = await tx.execute<{ n: number; allowed: boolean }>(sql`
    select k.n::integer as n, l.allowed
    from (select key, n from (select key, n, row_number() over (partition by key order by n) as nth
        from unnest(${sql.param(hashed)}::text[]) with ordinality as u(key, n)) as numbered
      where nth <= ${limit.max} order by key, n) k
      cross join lateral take_limit(k.key, ${limit.max}, ${limit.windowSeconds}, 1) l`);
  const allowed = new Map(taken.map((row) => [row.n, row.allowed]));
  return hashed.map((_, index) => allowed.get(index + 1) ?? false);
}
