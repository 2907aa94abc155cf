import type { Tx } from "@/db/client";
import { env } from "../env";
import { foldEmail } from "../input";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { guessedLetter } from "../mail/letters/security";
import { send } from "../mail/send";

/** So many wrong passwords before a right one are worth a letter; people mistype fewer times. */
const worthALetter = 5;
const once: Limit = { name: "guessed", max: 1, windowSeconds: 3600 };

/** Writes to somebody whose password was right after it was wrong many times within the hour: once an hour. */
export async function tellOfGuesses(tx: Tx, person: { name: string; email: string }, failures: number) {
  if (failures < worthALetter) return;
  if (!(await takeLimitIn(tx, once, foldEmail(person.email))).allowed) return;
  const at = env().PUBLIC_URL;
  const facts = { name: person.name, failures, reset: `${at}/reset`, href: `${at}/account` };
  await send(tx, person.email, (language) => guessedLetter(language, facts));
}
