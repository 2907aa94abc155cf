import { asOperator } from "@/db/client";
import { operatorNotes } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result } from "../result";
import { cleanText } from "./clean-text";
import type { NoteTicketInput } from "./input";
import { findOfferedTicket } from "./own-ticket";

/** Notes something about a ticket for the operator's staff alone; its members see neither the note nor that it is there. */
export async function noteTicket(
  actor: Actor,
  { ticketId, note }: NoteTicketInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "note ticket");
    if (refusal) return refusal;
    const found = await findOfferedTicket(tx, actor, ticketId);
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, ticketId);
    if (stale) return stale;
    const { personId, organisationId } = actor;
    const body = cleanText(note).text;
    await tx
      .insert(operatorNotes)
      .values({ id: newId(), subject: ticketId, body, personId, createdAt: now() });
    const data = { ticketId, number: found.view.number };
    await recordEvent(tx, actor, { type: "ticket.noted", organisationId, data });
    return done({ goTo: `/operator/tickets/${ticketId}?done=noted` });
  });
}
