import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventView } from "../audit/list-events";
import type { EventType } from "../audit/record-event";

type Row = {
  id: string;
  at: string;
  type: EventType;
  actor_name: string;
  seller_id: string | null;
  data: EventView["data"];
};

/** Looks stand in the explorer of events: here they would soon be all there is. */
const noLook = sql`type <> 'lookup.made'`;
const newestFirst = sql`order by xid desc nulls last, id desc nulls last limit 20`;

/** The last twenty events that an organisation sees, its own and those of others about it. */
export function listEventsOfOrganisation(tx: Tx, organisationId: string) {
  return read(
    tx,
    sql`
    select * from ((select * from events where organisation_id = ${organisationId} and ${noLook} ${newestFirst})
      union (select * from events where other_organisation_id = ${organisationId} and ${noLook} ${newestFirst})) e ${newestFirst}`,
  );
}

/** The last twenty events of a client. */
export function listEventsOfClient(tx: Tx, clientRowId: string) {
  return read(
    tx,
    sql`select * from events where client_row_id = ${clientRowId} and ${noLook} ${newestFirst}`,
  );
}

/** The last twenty events of a seller account. */
export function listEventsOfSeller(tx: Tx, sellerId: number) {
  return read(tx, sql`select * from events where seller_id = ${sellerId} and ${noLook} ${newestFirst}`);
}

/** The last twenty events of one link. */
export function listEventsOfLink(tx: Tx, clientRowId: string, sellerId: number) {
  return read(
    tx,
    sql`select * from events
    where client_row_id = ${clientRowId} and seller_id = ${sellerId} and ${noLook} ${newestFirst}`,
  );
}

async function read(tx: Tx, query: SQL): Promise<EventView[]> {
  const rows = await tx.execute<Row>(query);
  return [...rows].map(({ id, at, type, actor_name: actorName, seller_id: sellerId, data }) => ({
    id: Number(id),
    at: new Date(at),
    type,
    actorName,
    sellerId: sellerId ? Number(sellerId) : null,
    data,
  }));
}
