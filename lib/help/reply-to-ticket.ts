import { and, desc, eq } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { ticketMessages, tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result } from "../result";
import { cleanText } from "./clean-text";
import type { ReplyToTicketInput } from "./input";
import { insertMessage } from "./insert-message";
import { mailReply } from "./mail-reply";
import { findOfferedTicket } from "./own-ticket";
import { takeAttachments } from "./take-attachments";

/**
 * Answers a ticket and writes to whoever opened it. Of two who answer at once both are heard. Whoever answers holds
 * the ticket from then on, unless somebody does already.
 */
export async function replyToTicket(
  actor: Actor,
  input: ReplyToTicketInput,
): Promise<Result<{ goTo: string }>> {
  const read = await takeAttachments(actor, "reply to ticket", input.file);
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "reply to ticket");
    if (refusal) return refusal;
    const found = await findOfferedTicket(tx, actor, input.ticketId);
    if (!found.ok) return found;
    const ticket = found.view;
    if (!read.ok) return read;
    const stale = await spendFormKey(tx, actor, ticket.id);
    if (stale) return stale;

    // What a member wrote while this answer was being written has not been answered by it.
    const isUnread = (await findLastOfMember(tx, ticket.id)) !== actor.key?.offered.seen?.[0];
    const isSolved = input.solved === "on" && !isUnread;
    const body = cleanText(input.message).text;
    await insertMessage(tx, actor, ticket, "operator", body, read.files);
    const [at, by] = [now(), actor.personId];
    await tx
      .update(tickets)
      .set({
        ...(isUnread ? {} : { lastSide: "operator", lastAt: at }),
        takenBy: ticket.takenBy ?? by,
        takenAt: ticket.takenAt ?? at,
        solvedAt: isSolved ? at : null,
        solvedBy: isSolved ? by : null,
      })
      .where(eq(tickets.id, ticket.id));
    const about = {
      organisationId: actor.organisationId,
      otherOrganisationId: ticket.organisationId,
      data: { ticketId: ticket.id, number: ticket.number },
    };
    await recordEvent(tx, actor, { type: "ticket.answered", ...about });
    if (isSolved) await recordEvent(tx, actor, { type: "ticket.solved", ...about });
    await mailReply(tx, ticket, { body, solved: isSolved });
    return done({ goTo: `/operator/tickets/${ticket.id}?done=${isUnread ? "unread" : "replied"}` });
  });
}

async function findLastOfMember(tx: Tx, ticketId: string) {
  const [last] = await tx
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(and(eq(ticketMessages.ticketId, ticketId), eq(ticketMessages.side, "member")))
    .orderBy(desc(ticketMessages.createdAt), desc(ticketMessages.id))
    .limit(1);
  return last?.id;
}
