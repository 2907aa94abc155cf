import { asFounder } from "@/db/client";
import {
  attachments,
  events,
  mails,
  operatorNotes,
  type TicketContext,
  ticketMessages,
  tickets,
} from "@/db/schema";
import { makeActor, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { unseal } from "../secrets";
import { answerTicketInput, openTicketInput, replyToTicketInput } from "./input";
import { openTicket } from "./open-ticket";
import { replyToTicket } from "./reply-to-ticket";

/** What a form sends, with what a test leaves out filled in. */
type Asked = Partial<Record<"subject" | "message" | "callMe" | "callNumber", string>> & { file?: File[] };

export const opening = (over: Asked = {}) =>
  openTicketInput.parse({ subject: "It does not work", message: "What now?", ...over });
export const answering = (ticketId: string, message = "Still not.", file: File[] = []) =>
  answerTicketInput.parse({ ticketId, message, file });
export const replying = (ticketId: string, over: { message?: string; file?: File[]; solved?: "on" } = {}) =>
  replyToTicketInput.parse({ do: "reply", ticketId, message: "Try this.", ...over });

/** That person in front of a form for one ticket. */
export const at = (actor: Actor, act: Right, ticketId: string, more: Record<string, string[]> = {}) =>
  withFormKey(actor, { act, offered: { ticketId: [ticketId], ...more } });

/** That person in front of the form that opens a ticket, on a page that knew so much. */
export const atHelp = (actor: Actor, context: TicketContext = {}) =>
  withFormKey(actor, { act: "open ticket", path: "/help", offered: { context: [JSON.stringify(context)] } });

/** The id that an answer leads to. */
export const idIn = (result: { ok: boolean; view?: { goTo: string } }) =>
  /[0-9a-f-]{36}/.exec((result.view?.goTo as string | undefined) ?? "")?.[0] ?? "";

/** A member with one open ticket, and two of the operator's staff. */
export async function scene(over: Asked = {}, context: TicketContext = {}) {
  const member = await makeActor({ kind: "seller" });
  const id = idIn((await openTicket(atHelp(member, context), opening(over))) as never);
  const operator = await makeActor({ kind: "operator" });
  const colleague = await makeActor({ organisationId: operator.organisationId });
  return { member, operator, colleague, id };
}

/** An operator's answer, who has read all that stands there. */
export async function reply(operator: Actor, id: string, over: Parameters<typeof replying>[1] = {}) {
  const form = at(operator, "reply to ticket", id, { seen: [await lastOfMember(id)] });
  return replyToTicket(form, replying(id, over));
}

/** The member's last message, which a page of the desk shows. */
export async function lastOfMember(id: string) {
  const all = (await stored()).messages.filter((one) => one.ticketId === id && one.side === "member");
  return all.at(-1)?.id ?? "";
}

/** Everything that help has written down, letters opened. */
export function stored() {
  return asFounder(async (tx) => {
    const letters = await tx.select().from(mails);
    return {
      tickets: await tx.select().from(tickets).orderBy(tickets.number),
      messages: await tx.select().from(ticketMessages).orderBy(ticketMessages.createdAt, ticketMessages.id),
      files: await tx.select().from(attachments).orderBy(attachments.id),
      notes: await tx.select().from(operatorNotes),
      events: await tx.select().from(events).orderBy(events.id),
      letters: letters.map((row) => ({
        to: row.recipient,
        subject: row.subject,
        text: unseal(row.sealedText),
        html: unseal(row.sealedHtml),
      })),
    };
  });
}
