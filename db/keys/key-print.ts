import { createHmac } from "node:crypto";

/** Tells one key from another without telling anything of either: two of the same id need not be the same key. */
export function keyPrint({ id, key }: { id: string; key: Buffer }) {
  return createHmac("sha256", key).update(`print of the key ${id}`).digest("base64url").slice(0, 22);
}
