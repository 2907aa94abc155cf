import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { env } from "../env";

/** Whether somebody has no way round their second factor: whoever acts for the marketplace, but in a demo. */
export async function mustKeepSecondFactor(tx: Tx, personId: string) {
  if (env().MODE !== "production") return false;
  const [row] = await tx.execute<{ acts: boolean }>(sql`select acts_for_marketplace(${personId}) as acts`);
  return row?.acts !== false;
}
