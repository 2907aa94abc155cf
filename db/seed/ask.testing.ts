import { sql } from "drizzle-orm";
import { asFounder } from "../client";

/** The rows of a query, as one who may read everything. */
export async function ask<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) {
  return asFounder(async (tx) => [...(await tx.execute<Row>(query))]);
}

/** How many rows stand in what the query names from `from` on. */
export async function count(query: ReturnType<typeof sql>) {
  const [row] = await ask<{ n: number }>(sql`select count(*)::int as n ${query}`);
  return row?.n;
}
