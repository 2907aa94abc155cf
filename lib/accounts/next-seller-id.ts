import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The next free SellerId of the sandbox; a number once drawn is never drawn again. */
export async function nextSellerId(tx: Tx) {
  const [row] = await tx.execute<{ id: string }>(sql`select nextval('fresh_seller_ids') as id`);
  return Number(row?.id);
}
