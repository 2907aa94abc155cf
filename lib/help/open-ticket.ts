import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type TicketContext, ticketMessages, tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { done, type Result } from "../result";
import { addAnswer } from "./add-answer";
import { cleanText } from "./clean-text";
import type { OpenTicketInput } from "./input";
import { insertMessage } from "./insert-message";
import { limitTickets } from "./limit-tickets";
import { takeAttachments } from "./take-attachments";

const sameForSeconds = 600;

/**
 * Asks the operator for help, with the context that the page had signed. Secrets are taken out before anything is
 * saved. Whoever asks the same again within ten minutes is led to the first ticket, and new words go on there.
 */
export async function openTicket(actor: Actor, input: OpenTicketInput): Promise<Result<{ goTo: string }>> {
  const read = await takeAttachments(actor, "open ticket", input.file);
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "open ticket");
    if (refusal) return refusal;
    if (!read.ok) return read;
    const [subject, message] = [cleanText(input.subject), cleanText(input.message)];
    const [callTimes, callNumber] = [cleanText(input.callMe), cleanText(input.callNumber)];
    const cleaned = [subject, message, callTimes, callNumber, read].some((text) => text.cleaned);
    const context = contextOf(actor);

    // One after the other for each person: two tabs that ask the same must see each other.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`tickets of ${actor.personId}`}, 0))`,
    );
    const same = await findSame(tx, actor, subject.text, context);
    if (same?.body === message.text) return done({ goTo: `/help/${same.id}?done=same` });
    const id = newId();
    const stale = await spendFormKey(tx, actor, same?.id ?? id);
    if (stale) return stale;
    if (same) {
      const full = await addAnswer(tx, actor, same, message.text, read.files);
      return full ?? done({ goTo: `/help/${same.id}?done=${cleaned ? "cleaned" : "added"}` });
    }
    const full = await limitTickets(tx, actor);
    if (full) return full;

    const { organisationId, personId } = actor;
    const [ticket] = await tx
      .insert(tickets)
      .values({
        id,
        organisationId,
        personId,
        subject: subject.text,
        context,
        callTimes: callTimes.text || null,
        callNumber: callNumber.text || null,
        createdAt: now(),
        lastAt: now(),
      })
      .returning();
    if (!ticket) throw new Error("no ticket was inserted");
    await insertMessage(tx, actor, ticket, "member", message.text, read.files);
    await recordEvent(tx, actor, {
      type: "ticket.opened",
      organisationId,
      data: { ticketId: id, number: ticket.number },
    });
    return done({ goTo: `/help/${id}?done=${cleaned ? "cleaned" : "opened"}` });
  });
}

/** What the page knew, as it stands in the form's signed key: nothing of it can be made up later. */
function contextOf(actor: Actor): TicketContext {
  const signed = actor.key?.offered.context?.[0];
  return signed ? JSON.parse(signed) : {};
}

/** The open ticket of this person about the same thing, if it is minutes old, with its last message. */
async function findSame(tx: Tx, actor: Actor, subject: string, context: TicketContext) {
  const [same] = await tx
    .select({
      id: tickets.id,
      number: tickets.number,
      organisationId: tickets.organisationId,
      lastSide: tickets.lastSide,
      solvedAt: tickets.solvedAt,
      body: ticketMessages.body,
    })
    .from(tickets)
    .innerJoin(ticketMessages, eq(ticketMessages.ticketId, tickets.id))
    .where(
      and(
        eq(tickets.organisationId, actor.organisationId),
        eq(tickets.personId, actor.personId),
        eq(tickets.subject, subject),
        sql`${tickets.context} = ${JSON.stringify(context)}::jsonb`,
        gt(tickets.createdAt, inSeconds(-sameForSeconds)),
        isNull(tickets.solvedAt),
        eq(ticketMessages.side, "member"),
      ),
    )
    .orderBy(desc(tickets.createdAt), desc(ticketMessages.createdAt), desc(ticketMessages.id))
    .limit(1);
  return same;
}
