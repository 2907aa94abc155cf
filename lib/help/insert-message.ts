import type { Tx } from "@/db/client";
import { attachments, type Side, ticketMessages } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { newId } from "../id";
import type { NewAttachment } from "./read-attachments";

type Ticket = { id: string; organisationId: string };

/** Adds a message with its files to a ticket; the operator's staff sign by their first name. */
export async function insertMessage(
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  side: Side,
  body: string,
  files: NewAttachment[],
) {
  const of = { organisationId: ticket.organisationId, ticketId: ticket.id, createdAt: now() };
  const messageId = newId();
  const authorName = side === "operator" ? (actor.name.trim().split(/\s+/)[0] ?? "") : actor.name;
  const { personId } = actor;
  await tx.insert(ticketMessages).values({ id: messageId, ...of, side, personId, authorName, body });
  const rows = files.map((file) => ({ id: newId(), messageId, ...of, ...file, size: file.bytes.length }));
  if (rows.length > 0) await tx.insert(attachments).values(rows);
}
