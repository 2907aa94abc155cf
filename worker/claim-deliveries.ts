import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inSeconds, now } from "@/lib/clock";

/** Longer than one try may take, so that no second worker takes up a message that is on its way. */
export const leaseSeconds = 60;
/** How many messages one receiver gets side by side; one that fails gets them one by one. */
const perEndpoint = 4;

/** A message whose turn it is, and where it goes. */
export type Delivery = {
  id: string;
  endpointId: string;
  organisationId: string;
  clientRowId: string;
  type: string;
  linkId: string | null;
  body: string;
  /** This try among them. */
  tries: number;
  url: string;
  sealedKey: string;
  isEndpointGone: boolean;
};

/**
 * Claims messages that are due for a while, the longest waiting first and few of each endpoint. `busy` says how many
 * of an endpoint are under way already. The index is asked endpoint by endpoint, so what waits for one of them costs
 * the others nothing. What is for a suspended organisation waits until it works again, and loses no try by that.
 */
export async function claimDeliveries(tx: Tx, room: number, busy: Map<string, number>): Promise<Delivery[]> {
  const busyIds = `{${[...busy.keys()].join()}}`;
  const busyCounts = `{${[...busy.values()].join()}}`;
  const rows = await tx.execute<Delivery>(sql`
    with recursive waiting as (
      (select d.endpoint_id as id from deliveries d
        where d.answered_at is null and d.failed_at is null order by d.endpoint_id limit 1)
      union all
      select (select d.endpoint_id from deliveries d
        where d.answered_at is null and d.failed_at is null and d.endpoint_id > w.id order by d.endpoint_id limit 1)
      from waiting w where w.id is not null
    ),
    due as (
      select d.id from waiting w
      join endpoints e on e.id = w.id
      join organisations o on o.id = e.organisation_id and (o.suspended_at is null or o.deleted_at is not null)
      left join unnest(${busyIds}::uuid[], ${busyCounts}::integer[]) as b (id, n) on b.id = e.id
      cross join lateral (
        select x.id, x.due_at from deliveries x
        where x.endpoint_id = e.id and x.answered_at is null and x.failed_at is null and x.due_at <= ${now().toISOString()}
        order by x.due_at
        limit greatest(0, case when e.failing_since is null then ${perEndpoint} else 1 end - coalesce(b.n, 0))
        for update skip locked
      ) d
      order by d.due_at limit ${room}
    )
    update deliveries d set tries = d.tries + 1, due_at = ${inSeconds(leaseSeconds).toISOString()}
    from due, endpoints e
    where d.id = due.id and e.id = d.endpoint_id
    returning d.id, d.endpoint_id as "endpointId", d.organisation_id as "organisationId",
      e.client_row_id as "clientRowId", d.type, d.link_id as "linkId", d.body, d.tries, e.url,
      e.sealed_key as "sealedKey", (e.removed_at is not null or e.disabled_at is not null) as "isEndpointGone"`);
  return [...rows];
}
