import type { Tx } from "@/db/client";
import { foldEmail } from "../input";
import { type Limit, takeLimit, takeLimitIn, takeLimitsIn } from "../limits/take-limit";

const perRecipient: Limit = { name: "mail", max: 5, windowSeconds: 3600 };

/** Whether one more letter of this kind may go to this address: five an hour, so that nobody can be flooded. */
export async function mayMail(email: string, kind: string) {
  return (await takeLimit(perRecipient, `${kind} ${foldEmail(email)}`)).allowed;
}

/** The same, asked inside an act's own transaction. */
export async function mayMailIn(tx: Tx, email: string, kind: string) {
  return (await takeLimitIn(tx, perRecipient, `${kind} ${foldEmail(email)}`)).allowed;
}

/** The same for many letters of one kind, in their order. */
export async function mayMailManyIn(tx: Tx, emails: string[], kind: string) {
  return mayMailAllIn(
    tx,
    emails.map((to) => ({ to, kind })),
  );
}

/** The same for letters of several kinds: one statement, so that no two transactions wait for each other. */
export async function mayMailAllIn(tx: Tx, letters: { to: string; kind: string }[]) {
  return takeLimitsIn(
    tx,
    perRecipient,
    letters.map(({ to, kind }) => `${kind} ${foldEmail(to)}`),
  );
}
