import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { people, type TicketContext, tickets } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { isId } from "../id";
import { type MessageView, readMessages, stateOf, type TicketState } from "./ticket-view";

/** A ticket with everything said on it, as the organisation that opened it sees it. */
export type TicketView = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  openedBy: string;
  openedAt: Date;
  context: TicketContext;
  callNumber: string | null;
  callTimes: string | null;
  messages: MessageView[];
};

/** One of the organisation's tickets; null when it is not theirs or not there. */
export async function findTicket(viewer: Viewer, id: string): Promise<TicketView | null> {
  if (!isId(id)) return null;
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, async (tx) => {
    const [row] = await tx
      .select({ ticket: tickets, openedBy: people.name })
      .from(tickets)
      .innerJoin(people, eq(people.id, tickets.personId))
      .where(and(eq(tickets.id, id), eq(tickets.organisationId, organisationId)));
    if (!row) return null;
    const { number, subject, context, callNumber, callTimes, createdAt } = row.ticket;
    return {
      id,
      number,
      subject,
      state: stateOf(row.ticket),
      openedBy: row.openedBy,
      openedAt: createdAt,
      context,
      callNumber,
      callTimes,
      messages: await readMessages(tx, id),
    };
  });
}
