import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { asOperator } from "@/db/client";
import { members, type OrganisationKind, operatorNotes, organisations, people, tickets } from "@/db/schema";
import { isId } from "../id";
import type { TicketView } from "./find-ticket";
import { readMessages, stateOf } from "./ticket-view";

/** What one of the operator's staff noted. */
export type NoteView = { id: string; body: string; by: string; at: Date };

/** A ticket as the operator's staff see it: with who asks, who holds it, and what they noted among themselves. */
export type DeskTicketView = TicketView & {
  organisationId: string;
  organisationName: string;
  kind: OrganisationKind;
  email: string;
  /** The person who opened it belongs to the organisation still. */
  isMember: boolean;
  holder: { personId: string; name: string } | null;
  notes: NoteView[];
};

const holders = alias(people, "holders");

/** A ticket by its id; null for an unknown one. Pages ask for it on behalf of the operator's staff only. */
export async function findDeskTicket(id: string): Promise<DeskTicketView | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const [row] = await tx
      .select({
        ticket: tickets,
        openedBy: people.name,
        email: people.email,
        role: members.role,
        organisationName: organisations.name,
        kind: organisations.kind,
        holder: holders.name,
      })
      .from(tickets)
      .innerJoin(organisations, eq(organisations.id, tickets.organisationId))
      .innerJoin(people, eq(people.id, tickets.personId))
      .leftJoin(
        members,
        and(eq(members.personId, tickets.personId), eq(members.organisationId, tickets.organisationId)),
      )
      .leftJoin(holders, eq(holders.id, tickets.takenBy))
      .where(eq(tickets.id, id));
    if (!row) return null;
    const { number, subject, context, callNumber, callTimes, createdAt, organisationId, takenBy } =
      row.ticket;
    const notes = await tx
      .select({
        id: operatorNotes.id,
        body: operatorNotes.body,
        by: people.name,
        at: operatorNotes.createdAt,
      })
      .from(operatorNotes)
      .innerJoin(people, eq(people.id, operatorNotes.personId))
      .where(eq(operatorNotes.subject, id))
      .orderBy(desc(operatorNotes.createdAt), desc(operatorNotes.id));
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
      organisationId,
      organisationName: row.organisationName,
      kind: row.kind,
      email: row.email,
      isMember: row.role !== null,
      holder: takenBy ? { personId: takenBy, name: row.holder ?? "" } : null,
      notes,
    };
  });
}
