import type { Tx } from "@/db/client";
import { recoveryStops } from "@/db/schema";
import { env } from "../env";
import { type RecoveryWaitKind, recoveryWaitLetter } from "../mail/letters/recovery";
import { send } from "../mail/send";
import { makeLinkToken } from "../secrets";

/** Where somebody begins the wait, or with `/stop` behind it stops it, by the token of a letter. */
export const recoveryPath = (token: string) => `/recover/${token}`;

type Wait = { id: string; readyAt: Date; name: string; email: string };

/** Writes to its person that a wait runs, with a link of this letter's own that stops it. */
export async function tellOfRecovery(tx: Tx, kind: RecoveryWaitKind, { id, readyAt, name, email }: Wait) {
  const { token, hash } = makeLinkToken();
  await tx.insert(recoveryStops).values({ hash, recoveryId: id });
  const facts = { name, readyAt, href: `${env().PUBLIC_URL}${recoveryPath(token)}/stop` };
  await send(tx, email, (language) => recoveryWaitLetter(language, kind, facts));
}
