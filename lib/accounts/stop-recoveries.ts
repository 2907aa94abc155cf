import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people, recoveries } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { recoveryStoppedLetter } from "../mail/letters/recovery";
import { send } from "../mail/send";
import { isRunningOf } from "./recovery-times";

/** By what a wait ended before its time: a code was typed, a letter's link pressed, a password set. */
export type StoppedBy = "code" | "link" | "password";

/** Stops the wait of a person, if one runs, with its event and letter; whether one did. */
export async function stopRecoveries(
  tx: Tx,
  { personId, requestId }: { personId: string; requestId: string },
  by: StoppedBy,
): Promise<boolean> {
  const stopped = await tx
    .update(recoveries)
    .set({ stoppedAt: now() })
    .where(isRunningOf(personId))
    .returning({ id: recoveries.id });
  if (stopped.length === 0) return false;
  const [person] = await tx
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return true;
  const who = { personId, name: person.name, requestId };
  await recordEvent(tx, who, { type: "person.recovery_stopped", organisationId: null, data: { by } });
  const facts = { name: person.name, by, reset: `${env().PUBLIC_URL}/reset` };
  await send(tx, person.email, (language) => recoveryStoppedLetter(language, facts));
  return true;
}
