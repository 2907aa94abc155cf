import type { Tx } from "@/db/client";
import type { Language } from "../language";
import type { Letter } from "./letter";
import { sendMany } from "./send-many";

/**
 * Puts a letter into the outbox, in the transaction of whatever it tells about; the worker delivers it, unless its
 * receiver chose to hear of such things otherwise. It is written in the language of the receiver's account, or in
 * `fallback` where the address has none. With `tellsLinkId`, its leaving is what lights the *told* lamp of that link,
 * so it leaves in any case.
 */
export async function send(
  tx: Tx,
  to: string,
  write: (language: Language) => Letter,
  fallback: Language = "en",
  tellsLinkId: string | null = null,
) {
  await sendMany(tx, [{ to, write, tellsLinkId }], fallback);
}
