import type { Tx } from "@/db/client";
import { recordEvent } from "../audit/record-event";
import { env } from "../env";
import { sessionsEndedLetter } from "../mail/letters/security";
import { send } from "../mail/send";
import type { Actor } from "./actor";
import { mayMailIn } from "./mail-limit";

/** Leaves an event of browsers that were signed out from another one, and a letter: it may not have been their owner. */
export async function tellOfEnded(tx: Tx, actor: Actor, ended: number) {
  if (ended === 0) return;
  await recordEvent(tx, actor, { type: "person.sessions_ended", organisationId: null, data: { ended } });
  if (!(await mayMailIn(tx, actor.email, "sessions-ended"))) return;
  const facts = { name: actor.name, ended, href: `${env().PUBLIC_URL}/account#sessions` };
  await send(tx, actor.email, (language) => sessionsEndedLetter(language, facts));
}
