import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { insertMessage } from "./insert-message";
import { limitAnswers } from "./limit-tickets";
import type { NewAttachment } from "./read-attachments";

type Ticket = Pick<typeof tickets.$inferSelect, "id" | "number" | "organisationId" | "lastSide" | "solvedAt">;

/** Adds a member's message to a ticket, which then waits for the operator, also where it was solved. */
export async function addAnswer(tx: Tx, actor: Actor, ticket: Ticket, body: string, files: NewAttachment[]) {
  const full = await limitAnswers(tx, actor);
  if (full) return full;
  await insertMessage(tx, actor, ticket, "member", body, files);
  // Whoever adds a line while waiting keeps the place in the queue.
  if (ticket.lastSide !== "member" || ticket.solvedAt) {
    const change = { lastSide: "member" as const, lastAt: now(), solvedAt: null, solvedBy: null };
    await tx.update(tickets).set(change).where(eq(tickets.id, ticket.id));
  }
  await recordEvent(tx, actor, {
    type: "ticket.answered",
    organisationId: actor.organisationId,
    data: { ticketId: ticket.id, number: ticket.number },
  });
  return null;
}
