import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { asFounder, connect, disconnect } from "@/db/client";
import { makeActor, makeClient, makeLink, makeSecret, makeSeller, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "./accounts/find-actor";
import { findNotices } from "./accounts/find-notices";
import { listClaimRequests, listClaims } from "./accounts/list-claims";
import { listSessions } from "./accounts/list-sessions";
import { listClientEvents } from "./audit/list-events";
import { findClient } from "./clients/find-client";
import { listDeliveries } from "./clients/find-endpoint";
import { listClients } from "./clients/list-clients";
import { listHandOvers } from "./clients/list-hand-overs";
import { env } from "./env";
import { listCalls } from "./first-call/list-calls";
import { listChoices } from "./first-call/list-choices";
import { listTickets } from "./help/list-tickets";
import { countLinks } from "./links/count-links";
import { findRequest, listRequests } from "./links/find-invitation";
import { listBulkRuns } from "./links/list-bulk-runs";
import { listInvitations } from "./links/list-invitations";
import { listKeptSellers } from "./links/list-kept-sellers";
import { listLinks } from "./links/list-links";
import { listChains } from "./links/read-chain";
import { listTags } from "./links/tags";
import { findTeam } from "./team/find-team";

const others = 6000;
/** What a page of a small organisation may cost, in rows of tables and of indexes together. */
const most = 1500;

let viewer: Viewer;
let client: { id: string };

/** Somebody else's rows, many of them, in every table that members list. */
async function fillOthers(organisation: string, person: string, clientRowId: string) {
  const n = sql`generate_series(1, ${others}::int) n`;
  const row = sql`${organisation}::uuid`;
  const rows = [
    sql`insert into people (id, email, email_fold, name, password_hash) select gen_random_uuid(), n || '@p.test', n || '@p.test', 'n', 'x' from ${n}`,
    sql`insert into members (organisation_id, person_id, role) select ${row}, id, 'viewer' from people where email like '%@p.test'`,
    sql`insert into sessions (id, person_id, expires_at, fresh_at) select gen_random_uuid(), id, now() + interval '1 day', now() from people`,
    sql`insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email) select 700000 + n, ${row}, 's', 'c' from ${n}`,
    sql`insert into clients (id, organisation_id, client_id, fold, contact_email) select gen_random_uuid(), ${row}, 'other-' || n, 'other' || n, 'x' from ${n}`,
    sql`insert into secrets (id, client_row_id, organisation_id, pepper_id, hash, hint) select gen_random_uuid(), id, ${row}, 'p1', '\\x00', 'h' from clients where client_id like 'other-%'`,
    sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, created_at)
      select gen_random_uuid(), coalesce((select id from clients where n % 2 = 1 and client_id = 'other-' || n), ${clientRowId}), 700000 + n, ${row}, ${row}, 'typed', now() from ${n}`,
    sql`insert into events (type, actor_name, organisation_id, client_row_id, seller_id) select 'x', 'test', ${row}, ${clientRowId}, 700000 + n from ${n}`,
    sql`insert into invitations (id, token_hash, client_row_id, organisation_id, created_at, expires_at, sent_at)
      select gen_random_uuid(), n::text::bytea, ${clientRowId}, ${row}, now(), now() + interval '1 day', now() from ${n}`,
    sql`insert into hand_overs (id, token_hash, client_row_id, organisation_id, created_at, expires_at)
      select gen_random_uuid(), n::text::bytea, ${clientRowId}, ${row}, now(), now() from ${n}`,
    sql`insert into kept_sellers (id, organisation_id, seller_id, client_id, created_at) select gen_random_uuid(), ${row}, 700000 + n, 'c', now() from ${n}`,
    sql`insert into endpoints (id, client_row_id, organisation_id, url, events, sealed_key, created_at) values (${clientRowId}, ${clientRowId}, ${row}, 'u', '{}', 'k', now())`,
    sql`insert into deliveries (id, endpoint_id, organisation_id, type, body, created_at, due_at) select gen_random_uuid(), ${clientRowId}, ${row}, 't', 'b', now(), now() from ${n}`,
    sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at) select gen_random_uuid(), ${row}, ${person}, 's', now(), now() from ${n}`,
    sql`insert into first_calls (id, organisation_id, client_id, seller_id, operation, verdict, report) select gen_random_uuid(), ${row}, 'c', '1', 'o', 'ok', '{}' from ${n}`,
    sql`insert into team_invitations (id, token_hash, organisation_id, email, email_fold, role, created_at, created_by, expires_at)
      select gen_random_uuid(), n::text::bytea, ${row}, 'e' || n, 'e' || n, 'viewer', now(), ${person}, now() from ${n}`,
    sql`insert into seller_tags (client_row_id, organisation_id, seller_id, tag, fold, created_at) select ${clientRowId}, ${row}, 700000 + n, 't', 't', now() from ${n}`,
  ];
  for (const one of rows) await asFounder((tx) => tx.execute(one));
}

/** Asks the database as its owner, whose own reading is not counted. */
async function asOwner<T>(work: (sql: ReturnType<typeof connect>) => Promise<T>) {
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** How many rows of tables and entries of indexes have been read so far, by connections that have ended. */
function countRead() {
  return asOwner(async (owner) => {
    const [row] = await owner<{ read: string }[]>`
      select (select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_user_tables)
           + (select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes) as read`;
    return Number(row?.read);
  });
}

beforeAll(async () => {
  await ownDatabase();
  const [me, other] = [await makeActor({ kind: "aggregator" }), await makeActor({ kind: "aggregator" })];
  viewer = viewerOf(me);
  client = await makeClient({ id: me.organisationId });
  await makeSecret({ id: client.id, organisationId: me.organisationId });
  for (let n = 0; n < 3; n++)
    await makeLink(
      { id: client.id, organisationId: me.organisationId },
      await makeSeller({ id: me.organisationId }),
    );
  const theirs = await makeClient({ id: other.organisationId });
  await fillOthers(other.organisationId, other.personId, theirs.id);
  await asOwner((owner) => owner`analyze`);
});

const lists: [string, () => Promise<unknown>][] = [
  ["clients", () => listClients(viewer)],
  ["one client", () => findClient(viewer, client.id)],
  ["events of a client", () => listClientEvents(viewer.organisation.id, client.id)],
  ["deliveries", () => listDeliveries(viewer, client.id)],
  ["hand-overs", () => listHandOvers(viewer, client.id)],
  ["links", () => listLinks(viewer)],
  ["counts of links", () => countLinks(viewer.organisation.id)],
  ["chains", () => listChains(viewer)],
  ["invitations", () => listInvitations(viewer, {})],
  ["requests", () => listRequests(viewer.organisation.id)],
  ["one request", () => findRequest(viewer.organisation.id, client.id)],
  ["kept sellers", () => listKeptSellers(viewer)],
  ["tags", () => listTags(viewer.organisation.id, client.id)],
  ["bulk runs", () => listBulkRuns(viewer.organisation.id, client.id)],
  ["tickets", () => listTickets(viewer)],
  ["calls", () => listCalls(viewer.organisation.id)],
  ["choices of the tester", () => listChoices({ organisationId: viewer.organisation.id })],
  ["the team", () => findTeam(viewer)],
  ["claims", () => listClaims(viewer)],
  ["requests for an account", () => listClaimRequests(viewer)],
  ["sessions", () => listSessions(viewer)],
  ["notices", () => findNotices(viewer)],
];

it.each(lists)("the policies let an index find %s: others' rows are not read", async (_name, read) => {
  await disconnect();
  const before = await countRead();
  await read();
  await disconnect();
  expect((await countRead()) - before).toBeLessThan(most);
});

it("a read that a policy keeps from its index would be seen", async () => {
  await disconnect();
  const before = await countRead();
  await asFounder((tx) => tx.execute(sql`select count(*) from tickets where lower(subject) = 'nothing'`));
  await disconnect();
  expect((await countRead()) - before).toBeGreaterThan(most);
});
