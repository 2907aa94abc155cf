import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";

/** The picture of this file name, as `/logos/` shows it to anybody; null where there is none. */
export async function findLogo(file: string): Promise<Buffer | null> {
  const [, hash] = /^([0-9a-f]{64})\.webp$/.exec(file) ?? [];
  if (!hash) return null;
  const [row] = await asVisitor((tx) =>
    tx.execute<{ bytes: Buffer | null }>(sql`select find_logo(${Buffer.from(hash, "hex")}) as bytes`),
  );
  return row?.bytes ?? null;
}
