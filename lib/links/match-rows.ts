import { eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, organisations, sellerLinks, sellers, tickets } from "@/db/schema";
import type { MatchView } from "./match";

const most = 20;

/** Organisations that meet a condition, as matches. */
export async function matchOrganisations(tx: Tx, where: SQL | undefined, order?: SQL): Promise<MatchView[]> {
  const { id, name, kind, suspendedAt } = organisations;
  const rows = await tx
    .select({ id, name, of: kind, suspendedAt })
    .from(organisations)
    .where(where)
    .orderBy(order ?? name)
    .limit(most);
  return rows.map(({ suspendedAt: at, ...row }) => ({
    kind: "organisation",
    ...row,
    suspended: at !== null,
    member: null,
  }));
}

/** Clients that meet a condition, deleted ones too, as matches. */
export async function matchClients(tx: Tx, where: SQL | undefined, order?: SQL): Promise<MatchView[]> {
  const rows = await tx
    .select({ id: clients.id, clientId: clients.clientId, organisation: organisations.name })
    .from(clients)
    .innerJoin(organisations, eq(organisations.id, clients.organisationId))
    .where(where)
    .orderBy(order ?? clients.clientId)
    .limit(most);
  return rows.map((row) => ({ kind: "client", ...row }));
}

/** Seller accounts that meet a condition, as matches. */
export async function matchSellers(tx: Tx, where: SQL | undefined): Promise<MatchView[]> {
  const { sellerId, shopName } = sellers;
  const rows = await tx
    .select({ sellerId, shopName, organisation: organisations.name })
    .from(sellers)
    .leftJoin(organisations, eq(organisations.id, sellers.ownerOrganisationId))
    .where(where)
    .orderBy(sellerId)
    .limit(most);
  return rows.map((row) => ({ kind: "seller", ...row }));
}

/** The link of that id, as a match. */
export async function matchLinks(tx: Tx, linkId: string): Promise<MatchView[]> {
  const { id, sellerId, shopName } = sellerLinks;
  const rows = await tx
    .select({ id, sellerId, shopName, clientId: clients.clientId })
    .from(sellerLinks)
    .innerJoin(clients, eq(clients.id, sellerLinks.clientRowId))
    .where(eq(id, linkId));
  return rows.map((row) => ({ kind: "link", ...row }));
}

/** Tickets that meet a condition, as matches. */
export async function matchTickets(tx: Tx, where: SQL | undefined): Promise<MatchView[]> {
  const { id, number, subject } = tickets;
  const rows = await tx
    .select({ id, number, subject, organisation: organisations.name })
    .from(tickets)
    .innerJoin(organisations, eq(organisations.id, tickets.organisationId))
    .where(where)
    .orderBy(number)
    .limit(most);
  return rows.map((row) => ({ kind: "ticket", ...row }));
}
