import { createHash, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { now } from "../clock";
import { env } from "../env";
import { seal, unseal } from "../secrets";
import { keyInUse, planRotation } from "./key-schedule";

const lockId = 7_302_203;
const makePair = promisify(generateKeyPair);

/**
 * Brings the signing keys to their schedule: one in use, one to come, old ones gone once nothing needs them.
 * Several processes may call it at once. Throws when `KEYS` cannot open the key in use.
 */
export async function rotateSigningKeys(tx: Tx): Promise<{ added: string[]; removed: string[] }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`);
  const at = now();
  const keys = await tx.select().from(signingKeys);
  const inUse = keyInUse(keys, at);
  if (inUse) unseal(inUse.sealedPrivateKey);
  const plan = planRotation(keys, at, env().TOKEN_TTL_SECONDS);
  const added = await Promise.all(plan.add.map(makeSigningKey));
  for (const row of added) await tx.insert(signingKeys).values(row);
  if (plan.remove.length > 0) await tx.delete(signingKeys).where(inArray(signingKeys.kid, plan.remove));
  return { added: added.map(({ kid }) => kid), removed: plan.remove };
}

/** A fresh RSA-2048 pair as a row: its kid is the thumbprint of RFC 7638, its private half is encrypted. */
async function makeSigningKey(activeAt: Date) {
  const { publicKey, privateKey } = await makePair("rsa", { modulusLength: 2048 });
  const { kty = "", n = "", e = "" } = publicKey.export({ format: "jwk" });
  const kid = createHash("sha256").update(JSON.stringify({ e, kty, n })).digest("base64url");
  const sealedPrivateKey = seal(privateKey.export({ format: "pem", type: "pkcs8" }).toString());
  return { kid, publicJwk: { kty, n, e }, sealedPrivateKey, createdAt: now(), activeAt };
}
