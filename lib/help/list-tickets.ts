import { desc, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { people, tickets } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { stateOf, type TicketState } from "./ticket-view";

/** A ticket in the list of the organisation that opened it. */
export type TicketLineView = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  openedBy: string;
  changedAt: Date;
};

/** The last hundred tickets of the viewer's organisation, the newest turn first. */
export async function listTickets(viewer: Viewer): Promise<TicketLineView[]> {
  const { id: organisationId } = viewer.organisation;
  const rows = await inOrganisation({ organisationId }, (tx) =>
    tx
      .select({
        id: tickets.id,
        number: tickets.number,
        subject: tickets.subject,
        lastSide: tickets.lastSide,
        changedAt: sql<string>`greatest(${tickets.solvedAt},
          (select max(m.created_at) from ticket_messages m where m.ticket_id = ${tickets.id}))`,
        solvedAt: tickets.solvedAt,
        openedBy: people.name,
      })
      .from(tickets)
      .innerJoin(people, eq(people.id, tickets.personId))
      .where(eq(tickets.organisationId, organisationId))
      .orderBy(desc(tickets.lastAt), desc(tickets.id))
      .limit(100),
  );
  return rows.map(({ lastSide, solvedAt, ...row }) => ({
    ...row,
    state: stateOf({ solvedAt, lastSide }),
    changedAt: new Date(row.changedAt),
  }));
}
