import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, handOvers } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { mayMailIn } from "../accounts/mail-limit";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { type HandOverLetterKind, handOverLetter } from "../mail/letters/hand-over";
import { send } from "../mail/send";
import type { HandOverView } from "./find-hand-over";

/**
 * Notes what a receiver did with a hand-over, and writes to the client's contact. Who the receiver is nobody knows,
 * so the giver's own label is all that is kept of them.
 */
export async function tellHandOver(
  tx: Tx,
  visitor: Visitor,
  handOver: HandOverView,
  kind: HandOverLetterKind,
) {
  const [about] = await tx
    .select({ label: handOvers.label, contactEmail: clients.contactEmail })
    .from(handOvers)
    .innerJoin(clients, eq(clients.id, handOvers.clientRowId))
    .where(eq(handOvers.id, handOver.id));
  if (!about) return;
  const { label, contactEmail } = about;
  const { clientId, clientRowId, organisationId } = handOver;
  await recordEvent(
    tx,
    { name: "receiver of hand-over", requestId: visitor.requestId },
    { type: `hand_over.${kind}`, organisationId, clientRowId, data: { handOverId: handOver.id, label } },
  );
  if (!(await mayMailIn(tx, contactEmail, `hand-over-${kind}`))) return;
  const facts = { clientId, label, at: now(), href: `${env().PUBLIC_URL}/clients/${clientRowId}#hand-over` };
  await send(tx, contactEmail, (language) => handOverLetter(language, kind, facts), visitor.language);
}
