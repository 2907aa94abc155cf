import { eq } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { people, recoveries } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { recoveryAskedLetter, recoveryRefusedLetter } from "../mail/letters/recovery";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import { makeLinkToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { proofOf, readHalfWay } from "./half-way";
import { hasSecondFactor } from "./has-second-factor";
import type { AskForRecoveryInput } from "./input";
import { mayMailIn } from "./mail-limit";
import { mustKeepSecondFactor } from "./must-keep-second-factor";
import { isRunningOf, recoveryLinkSeconds } from "./recovery-times";
import { recoveryPath, tellOfRecovery } from "./tell-of-recovery";

/** Where the letter would go. */
export type AskForRecoveryView = { email: string };

type Person = { id: string; name: string; email: string };

/**
 * Sends whoever gave the right password in this browser a moment ago, and has lost app and recovery codes, the link that
 * begins a wait without them. The answer is the same whether there is such a way for them: the letter says that.
 */
export async function askForRecovery(
  visitor: Visitor,
  { state }: AskForRecoveryInput,
): Promise<Result<AskForRecoveryView>> {
  const found = readHalfWay(visitor, state);
  if (!found) return refuse("expired");
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "ask for recovery");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    const [person] = await tx
      .select({ id: people.id, name: people.name, email: people.email, passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, found.personId))
      .for("share");
    if (!person || proofOf(person.passwordHash) !== found.proof) return refuse("expired");
    if (!(await hasSecondFactor(tx, person.id))) return refuse("expired");
    if (await mayMailIn(tx, person.email, "recovery")) await write(tx, visitor, person);
    return done({ email: person.email });
  });
}

async function write(tx: Tx, { requestId }: Visitor, { id: personId, name, email }: Person) {
  const who = { personId, name, requestId };
  await recordEvent(tx, who, { type: "person.recovery_asked", organisationId: null });
  if (await mustKeepSecondFactor(tx, personId)) {
    const facts = { name, href: `${env().PUBLIC_URL}/sign-in` };
    return send(tx, email, (language) => recoveryRefusedLetter(language, facts));
  }
  const [running] = await tx
    .select({ id: recoveries.id, readyAt: recoveries.readyAt })
    .from(recoveries)
    .where(isRunningOf(personId));
  if (running?.readyAt) {
    const kind = running.readyAt <= now() ? "recovery-ready" : "recovery-runs";
    return tellOfRecovery(tx, kind, { id: running.id, readyAt: running.readyAt, name, email });
  }
  const { token, hash: tokenHash } = makeLinkToken();
  const times = { createdAt: now(), expiresAt: inSeconds(recoveryLinkSeconds) };
  await tx.insert(recoveries).values({ id: newId(), tokenHash, personId, ...times });
  const facts = { name, href: env().PUBLIC_URL + recoveryPath(token) };
  return send(tx, email, (language) => recoveryAskedLetter(language, facts));
}
