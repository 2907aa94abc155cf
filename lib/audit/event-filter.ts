import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, organisations, people } from "@/db/schema";
import { isId } from "../id";
import { foldEmail } from "../input";

/** What is asked of the events, each as somebody typed it. */
export type EventFilter = {
  type?: string;
  /** By name or id. */
  organisation?: string;
  clientId?: string;
  sellerId?: string;
  /** By name or e-mail address. */
  actor?: string;
  requestId?: string;
  /** Days, as `YYYY-MM-DD` in UTC; both are within. */
  from?: string;
  to?: string;
};

export type FilterName = keyof EventFilter;

/** A filter in the terms of the table; `unknown` names what was typed and names nothing. */
export type EventSearch = {
  unknown: FilterName[];
  /** Empty where no organisation was asked for. */
  organisationIds: string[];
  conditions: ReturnType<typeof sql>[];
};

/** Organisations may share a name; so many of one name are looked at. */
const mostNamesakes = 10;
const dayMs = 86_400_000;

/** Looks up what was typed, as the operator. */
export async function readEventFilter(tx: Tx, filter: EventFilter): Promise<EventSearch> {
  const search: EventSearch = { unknown: [], organisationIds: [], conditions: [] };
  const { type, organisation, clientId, sellerId, actor, requestId, from, to } = filter;
  const add = (name: FilterName, condition: ReturnType<typeof sql> | null) => {
    if (condition) search.conditions.push(condition);
    else search.unknown.push(name);
  };
  if (type) add("type", sql`e.type = ${type}`);
  if (organisation) {
    search.organisationIds = await findOrganisations(tx, organisation);
    if (search.organisationIds.length === 0) search.unknown.push("organisation");
  }
  if (clientId) add("clientId", await ofClient(tx, clientId));
  if (sellerId) add("sellerId", /^[1-9]\d{0,11}$/.test(sellerId) ? sql`e.seller_id = ${sellerId}` : null);
  if (actor) add("actor", await byActor(tx, actor));
  if (requestId) add("requestId", sql`e.request_id = ${requestId}`);
  if (from)
    add(
      "from",
      fromDay(from, (start) => sql`e.at >= ${start.toISOString()}`),
    );
  if (to)
    add(
      "to",
      fromDay(to, (start) => sql`e.at < ${new Date(start.getTime() + dayMs).toISOString()}`),
    );
  return search;
}

async function findOrganisations(tx: Tx, typed: string) {
  const isIt = isId(typed)
    ? eq(organisations.id, typed)
    : sql`lower(${organisations.name}) = lower(${typed})`;
  const rows = await tx.select({ id: organisations.id }).from(organisations).where(isIt).limit(mostNamesakes);
  return rows.map(({ id }) => id);
}

async function ofClient(tx: Tx, clientId: string) {
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.clientId, clientId));
  return client ? sql`e.client_row_id = ${client.id}` : null;
}

/** By address the person, whatever they were called at the time; by name whoever was called so, jobs too. */
async function byActor(tx: Tx, typed: string) {
  if (!typed.includes("@")) return sql`lower(e.actor_name) = lower(${typed})`;
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.emailFold, foldEmail(typed)));
  return person ? sql`e.actor_person_id = ${person.id}` : null;
}

function fromDay(typed: string, condition: (start: Date) => ReturnType<typeof sql>) {
  const start = new Date(`${typed}T00:00:00Z`);
  // JavaScript rolls 31 April over to 1 May, and knows a year 0, which PostgreSQL does not.
  const isReal = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(typed);
  return isReal && /^(?!0000)\d{4}-\d\d-\d\d$/.test(typed) ? condition(start) : null;
}
