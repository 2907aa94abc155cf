import { and, eq, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people, recoveries, secondFactors } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { recoveryDoneLetter } from "../mail/letters/recovery";
import { send } from "../mail/send";
import type { Visitor } from "./actor";
import { endSessions } from "./begin-session";
import { forgetSecondFactor } from "./end-second-factor";
import { mustKeepSecondFactor } from "./must-keep-second-factor";
import { isRunningOf } from "./recovery-times";
import { secondFactorUrl } from "./second-factor-url";

/**
 * Turns the second factor of somebody off who has waited long enough and whose password was right just now: it and its
 * codes are gone, every session ends, an event is left, and a letter tells. False where nothing was waited out.
 */
export async function spendRecovery(tx: Tx, { requestId }: Visitor, personId: string): Promise<boolean> {
  const [ready] = await tx
    .select({ id: recoveries.id })
    .from(recoveries)
    .where(and(isRunningOf(personId), lte(recoveries.readyAt, now())));
  if (!ready || (await mustKeepSecondFactor(tx, personId))) return false;
  // As whoever types a code of it: of this and a code that stops it, one comes first.
  await tx
    .select({ since: secondFactors.since })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .for("update");
  const used = await tx
    .update(recoveries)
    .set({ usedAt: now() })
    .where(and(isRunningOf(personId), lte(recoveries.readyAt, now())))
    .returning({ id: recoveries.id });
  if (used.length === 0 || !(await forgetSecondFactor(tx, personId))) return false;
  await endSessions(tx, personId);
  const [person] = await tx
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return false;
  const { name, email } = person;
  const who = { personId, name, requestId };
  await recordEvent(tx, who, { type: "person.recovery_done", organisationId: null });
  const facts = { name, href: secondFactorUrl() };
  await send(tx, email, (language) => recoveryDoneLetter(language, facts));
  return true;
}
