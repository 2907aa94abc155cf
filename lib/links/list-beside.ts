import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { firstCalls, operatorNotes, people, tickets } from "@/db/schema";

/** A note of the staff. */
export type StaffNoteView = { id: string; at: Date; name: string; body: string };

/** A report of the tester, by its verdict. */
export type FirstCallRowView = { id: string; at: Date; verdict: string; clientId: string; sellerId: string };

/** A ticket of the organisation. */
export type TicketRowView = { id: string; number: number; subject: string; lastAt: Date; solved: boolean };

/** What the staff noted about something, newest first, at most fifty. */
export async function listStaffNotes(tx: Tx, subject: string): Promise<StaffNoteView[]> {
  const { id, createdAt: at, body } = operatorNotes;
  return tx
    .select({ id, at, body, name: people.name })
    .from(operatorNotes)
    .innerJoin(people, eq(people.id, operatorNotes.personId))
    .where(eq(operatorNotes.subject, subject))
    .orderBy(desc(at), desc(id))
    .limit(50);
}

/** The last ten first calls of an organisation, of those that meet a condition. */
export async function listLastCalls(tx: Tx, organisationId: string, only?: SQL): Promise<FirstCallRowView[]> {
  const { id, createdAt: at, verdict, clientId, sellerId } = firstCalls;
  return tx
    .select({ id, at, verdict, clientId, sellerId })
    .from(firstCalls)
    .where(and(eq(firstCalls.organisationId, organisationId), only))
    .orderBy(desc(at))
    .limit(10);
}

/** The last ten tickets of an organisation, of those that meet a condition. */
export async function listLastTickets(tx: Tx, organisationId: string, only?: SQL): Promise<TicketRowView[]> {
  const { id, number, subject, lastAt } = tickets;
  return tx
    .select({ id, number, subject, lastAt, solved: sql<boolean>`${tickets.solvedAt} is not null` })
    .from(tickets)
    .where(and(eq(tickets.organisationId, organisationId), only))
    .orderBy(desc(lastAt))
    .limit(10);
}
