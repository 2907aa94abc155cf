import { asMachine } from "@/db/client";
import { now } from "../clock";
import { env } from "../env";
import { log } from "../log";
import { hashSecret } from "../secrets";
import { ask, Unavailable } from "./ask";

/**
 * Keeps a secret that has just proved itself under the newest pepper from now on. Of several at once one does it; that
 * it could not be done never keeps anybody from their token.
 */
export async function renewHash(secret: string, row: { id: string; pepperId: string; hash: Buffer }) {
  const [newest] = env().SECRET_PEPPER;
  const hashed = hashSecret(secret);
  if (!newest || !hashed || newest.id === row.pepperId) return;
  try {
    await ask(asMachine()`select rehash_secret(${row.id}, ${row.pepperId}, ${row.hash}, ${hashed.pepperId},
      ${hashed.hash}, ${now()})`);
  } catch (error) {
    if (!(error instanceof Unavailable))
      log.error({ err: error }, "a secret stays under its older pepper for now");
  }
}
