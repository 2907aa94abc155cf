import { type SQL, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { type EventFilter, type EventSearch, type FilterName, readEventFilter } from "./event-filter";

/** One event as the operator sees it: whose it is, and by which handles it is found again. */
export type FoundEventView = {
  id: number;
  at: Date;
  type: string;
  actorName: string;
  organisationId: string | null;
  organisationName: string | null;
  otherOrganisationId: string | null;
  otherOrganisationName: string | null;
  clientRowId: string | null;
  clientId: string | null;
  sellerId: number | null;
  requestId: string | null;
  data: Record<string, string | number | null>;
};

/** A page of events, newest first; `unknown` names the words of the filter that name nothing here. */
export type FoundEventsView = { items: FoundEventView[]; next: string | null; unknown: FilterName[] };

type Row = Omit<FoundEventView, "id" | "at" | "sellerId"> & {
  id: string;
  xid: string;
  at: string;
  sellerId: string | null;
};

const pageSize = 50;
// Said as the indexes have it: with nulls elsewhere they would not serve the order.
const newestFirst = sql`e.xid desc nulls last, e.id desc nulls last`;

/** The events that a filter leaves, from `after` on. Pages ask for it on behalf of an operator only. */
export async function findEvents(
  filter: EventFilter,
  { after, limit = pageSize }: { after?: string; limit?: number } = {},
): Promise<FoundEventsView> {
  return asOperator(async (tx) => {
    const search = await readEventFilter(tx, filter);
    if (search.unknown.length > 0) return { items: [], next: null, unknown: search.unknown };
    const rows = await readRows(tx, selectEvents(search, after, limit + 1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? `${last.xid}.${last.id}` : null;
    return { items: shown.map(toView), next, unknown: [] };
  });
}

/** The statement that reads one page; apart, so that its plan can be looked at. */
export function selectEvents(search: EventSearch, after: string | undefined, limit: number): SQL {
  const [, xid, id] = /^(\d{1,19})\.(\d{1,18})$/.exec(after ?? "") ?? [];
  const conditions = [
    ...search.conditions,
    ...(xid ? [sql`(e.xid, e.id) < (${xid}::xid8, ${id}::bigint)`] : []),
  ];
  const page = (more: SQL[]) => {
    const all = [...more, ...conditions];
    const where = all.length > 0 ? sql`where ${sql.join(all, sql` and `)}` : sql``;
    return sql`(select e.* from events e ${where} order by ${newestFirst} limit ${limit})`;
  };
  const ids = search.organisationIds;
  // Side by side, each side and organisation by its own index: with "or" the whole of them would be sorted.
  const sides = ids.flatMap((one) => [
    page([sql`e.organisation_id = ${one}`]),
    page([sql`e.other_organisation_id = ${one}`]),
  ]);
  const found = ids.length === 0 ? page([]) : sql`(${sql.join(sides, sql` union `)})`;
  return sql`
    select e.id::text, e.xid::text, e.at, e.type, e.actor_name as "actorName", e.request_id as "requestId",
      e.seller_id as "sellerId", e.data, e.organisation_id as "organisationId", o.name as "organisationName",
      e.other_organisation_id as "otherOrganisationId", p.name as "otherOrganisationName",
      e.client_row_id as "clientRowId", c.client_id as "clientId"
    from ${found} e left join organisations o on o.id = e.organisation_id
      left join organisations p on p.id = e.other_organisation_id left join clients c on c.id = e.client_row_id
    order by ${newestFirst} limit ${limit}`;
}

async function readRows(tx: Tx, query: SQL) {
  return [...(await tx.execute<Row>(query))];
}

function toView({ xid: _, ...row }: Row): FoundEventView {
  const sellerId = row.sellerId === null ? null : Number(row.sellerId);
  return { ...row, id: Number(row.id), at: new Date(row.at), sellerId };
}
