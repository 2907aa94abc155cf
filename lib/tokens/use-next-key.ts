import { eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { now } from "../clock";
import { soonestUse } from "./key-schedule";
import { rotateSigningKeys } from "./rotate-signing-keys";

/**
 * Lets the next signing key sign before its time: as soon as it has been shown for an hour. With `cut` at once, and the
 * keys before it go, and with them every token they signed. Returns the key, and from when on it signs.
 */
export async function useNextKey(
  tx: Tx,
  { cut }: { cut: boolean },
): Promise<{ kid: string; activeAt: Date }> {
  await rotateSigningKeys(tx);
  const at = now();
  const keys = await tx.select().from(signingKeys).orderBy(signingKeys.activeAt, signingKeys.kid);
  const next = keys.find(({ activeAt }) => activeAt > at);
  if (!next) throw new Error("there is no next signing key");
  const soonest = cut ? at : soonestUse(next.createdAt, at);
  // Asked for twice, it is not put off.
  const activeAt = soonest < next.activeAt ? soonest : next.activeAt;
  await tx.update(signingKeys).set({ activeAt }).where(eq(signingKeys.kid, next.kid));
  if (cut) await tx.delete(signingKeys).where(lt(signingKeys.activeAt, activeAt));
  await rotateSigningKeys(tx);
  return { kid: next.kid, activeAt };
}
