import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people, recoveries, resets } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { passwordChangedLetter } from "../mail/letters/accounts";
import { send } from "../mail/send";
import type { Visitor } from "./actor";
import { endSessions } from "./begin-session";
import { stopRecoveries } from "./stop-recoveries";

/**
 * Replaces a person's password inside the act's transaction: every session (but the one named) and every open
 * reset link of theirs ends, an event is left, and a letter tells them. False where the hash it should replace is no longer there.
 */
export async function setPassword(
  tx: Tx,
  visitor: Visitor,
  personId: string,
  hashes: { replaced?: string; fresh: string },
  exceptSessionId?: string,
) {
  const [person] = await tx
    .update(people)
    .set({ passwordHash: hashes.fresh })
    .where(
      and(
        eq(people.id, personId),
        hashes.replaced === undefined ? undefined : eq(people.passwordHash, hashes.replaced),
      ),
    )
    .returning({ name: people.name, email: people.email });
  if (!person) return false;
  await endSessions(tx, personId, exceptSessionId);
  await tx
    .update(resets)
    .set({ usedAt: now() })
    .where(and(eq(resets.personId, personId), isNull(resets.usedAt)));
  // Whoever is frightened by a letter about a wait sets a new password: that stops it too, and one not yet begun.
  const isUnbegun = and(
    eq(recoveries.personId, personId),
    isNull(recoveries.begunAt),
    isNull(recoveries.stoppedAt),
  );
  await tx.update(recoveries).set({ stoppedAt: now() }).where(isUnbegun);
  await stopRecoveries(tx, { personId, requestId: visitor.requestId }, "password");
  const who = { personId, name: person.name, requestId: visitor.requestId };
  await recordEvent(tx, who, { type: "person.password_changed", organisationId: null });
  const facts = { name: person.name, reset: `${env().PUBLIC_URL}/reset` };
  await send(tx, person.email, (language) => passwordChangedLetter(language, facts));
  return true;
}
