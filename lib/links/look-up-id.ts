import { eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, events, firstCalls, organisations, tickets } from "@/db/schema";
import type { EventType } from "../audit/record-event";
import type { MatchView } from "./match";
import { matchClients, matchLinks, matchOrganisations, matchTickets } from "./match-rows";

/**
 * What carries this id: the trace id of an answer stands in events, in reports of first calls and in tickets, the
 * reference of an incident in tickets; and whoever copies an address holds the id of a row.
 */
export async function lookUpId(tx: Tx, id: string): Promise<MatchView[]> {
  const reference = sql`${tickets.context} ->> 'reference' = ${id}`;
  return [
    ...(await matchOrganisations(tx, eq(organisations.id, id))),
    ...(await matchClients(tx, eq(clients.id, id))),
    ...(await matchLinks(tx, id)),
    ...(await matchTickets(tx, or(eq(tickets.id, id), reference))),
    ...(await matchFirstCalls(tx, id)),
    ...(await matchEvents(tx, id)),
  ];
}

async function matchFirstCalls(tx: Tx, id: string): Promise<MatchView[]> {
  const { createdAt: at, verdict, clientId, sellerId } = firstCalls;
  const rows = await tx
    .select({ id: firstCalls.id, at, verdict, clientId, sellerId })
    .from(firstCalls)
    .where(or(eq(firstCalls.id, id), sql`${firstCalls.report} #>> '{answer,traceId}' = ${id}`))
    .limit(20);
  return rows.map((row) => ({ kind: "first_call", ...row }));
}

async function matchEvents(tx: Tx, requestId: string): Promise<MatchView[]> {
  const { id, at, type, data, actorName } = events;
  const rows = await tx
    .select({ id, at, type, data, actorName, of: organisations.id, name: organisations.name })
    .from(events)
    .leftJoin(organisations, eq(organisations.id, events.organisationId))
    .where(eq(events.requestId, requestId))
    .orderBy(id)
    .limit(20);
  return rows.map(({ of, name, ...row }) => ({
    kind: "event",
    ...row,
    type: row.type as EventType,
    organisation: of && name ? { id: of, name } : null,
  }));
}
