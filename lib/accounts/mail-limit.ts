import type { Tx } from "@/db/client";
import { foldEmail } from "../input";
import { type Limit, takeLimit, takeLimitIn } from "../limits/take-limit";

const perRecipient: Limit = { name: "mail", max: 5, windowSeconds: 3600 };

/** Whether one more letter of this kind may go to this address: five an hour, so that nobody can be flooded. */
export async function mayMail(email: string, kind: string) {
  return (await takeLimit(perRecipient, `${kind} ${foldEmail(email)}`)).allowed;
}

/** The same, asked inside an act's own transaction. */
export async function mayMailIn(tx: Tx, email: string, kind: string) {
  return (await takeLimitIn(tx, perRecipient, `${kind} ${foldEmail(email)}`)).allowed;
}
