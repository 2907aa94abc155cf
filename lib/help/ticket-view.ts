import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments, type Side, ticketMessages, type tickets } from "@/db/schema";

/** Whose turn it is. */
export type TicketState = "waits_for_us" | "waits_for_you" | "solved";

/** A file of a message; its bytes are fetched by its id. */
export type AttachmentView = { id: string; name: string; isPicture: boolean; size: number };

/** One message, as both sides see it. */
export type MessageView = {
  id: string;
  side: Side;
  authorName: string;
  body: string;
  at: Date;
  files: AttachmentView[];
};

type Row = Pick<typeof tickets.$inferSelect, "solvedAt" | "lastSide">;

/** Whose turn it is, from the member's chair. */
export function stateOf({ solvedAt, lastSide }: Row): TicketState {
  if (solvedAt) return "solved";
  return lastSide === "member" ? "waits_for_us" : "waits_for_you";
}

/** The messages of a ticket that the transaction may see, oldest first, with what came along. */
export async function readMessages(tx: Tx, ticketId: string): Promise<MessageView[]> {
  const messages = await tx
    .select()
    .from(ticketMessages)
    .where(eq(ticketMessages.ticketId, ticketId))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id));
  const files = await tx
    .select({
      id: attachments.id,
      messageId: attachments.messageId,
      name: attachments.name,
      isPicture: attachments.isPicture,
      size: attachments.size,
    })
    .from(attachments)
    .where(eq(attachments.ticketId, ticketId))
    .orderBy(asc(attachments.id));
  return messages.map(({ id, side, authorName, body, createdAt }) => ({
    id,
    side,
    authorName,
    body,
    at: createdAt,
    files: files
      .filter(({ messageId }) => messageId === id)
      .map(({ id, name, isPicture, size }) => ({ id, name, isPicture, size })),
  }));
}
