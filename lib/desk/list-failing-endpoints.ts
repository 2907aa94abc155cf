import { sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { inSeconds } from "../clock";

/** A message that was given up. */
export type GivenUpView = {
  id: string;
  type: string;
  createdAt: Date;
  failedAt: Date;
  status: number | null;
  fault: string | null;
};

/** An endpoint that does not take its messages: whose, since when, and how many. */
export type FailingEndpointView = {
  id: string;
  host: string;
  clientId: string;
  organisationId: string;
  organisationName: string;
  failingSince: Date | null;
  /** Its owner switched it off or removed it, or it asked for no more: nothing is sent there. */
  isGone: boolean;
  waiting: number;
  givenUp: number;
  /** The newest of those given up. */
  messages: GivenUpView[];
};

type Row = Omit<FailingEndpointView, "host" | "failingSince" | "messages"> & {
  url: string;
  failingSince: string | null;
  messages:
    | {
        id: string;
        type: string;
        createdAt: string;
        failedAt: string;
        status: number | null;
        fault: string | null;
      }[]
    | null;
};

const mostEndpoints = 50;
const mostMessages = 5;
/** Counted up to here; beyond it a number is only said to be more. */
export const countedUpTo = 1000;
const lookBackSeconds = 7 * 86_400;

/** The endpoints that fail now or gave up a message within a week, those with the most given up first. */
export async function listFailingEndpoints(): Promise<FailingEndpointView[]> {
  const since = inSeconds(-lookBackSeconds).toISOString();
  const rows = await asOperator((tx) =>
    tx.execute<Row>(sql`
      select e.id, e.url, c.client_id as "clientId", o.id as "organisationId", o.name as "organisationName",
        e.failing_since as "failingSince", (e.removed_at is not null or e.disabled_at is not null) as "isGone",
        (select count(*)::int from (select 1 from deliveries d where d.endpoint_id = e.id and d.answered_at is null
          and d.failed_at is null limit ${countedUpTo}) w) as waiting,
        f.n as "givenUp",
        (select jsonb_agg(m) from (select d.id, d.type, d.created_at as "createdAt", d.failed_at as "failedAt",
            d.last_status as status, d.last_fault as fault
          from deliveries d where d.endpoint_id = e.id and d.failed_at > ${since}
          order by d.created_at desc, d.id desc limit ${mostMessages}) m) as messages
      from (
        select id, max(n)::int as n from (
          select endpoint_id as id, count(*) as n from deliveries where failed_at > ${since} group by endpoint_id
          union all select id, 0 from endpoints where failing_since is not null and removed_at is null
        ) either group by id
      ) f join endpoints e on e.id = f.id join clients c on c.id = e.client_row_id join organisations o on o.id = e.organisation_id
      order by f.n desc, e.failing_since, e.id limit ${mostEndpoints}`),
  );
  return rows.map(({ url, failingSince, messages, ...row }) => ({
    ...row,
    // The path of an address may hold a key of its owner's.
    host: new URL(url).hostname,
    failingSince: failingSince === null ? null : new Date(failingSince),
    messages: (messages ?? []).map(({ createdAt, failedAt, ...message }) => ({
      ...message,
      createdAt: new Date(createdAt),
      failedAt: new Date(failedAt),
    })),
  }));
}
