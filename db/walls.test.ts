import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, asMachine, asOperator, asVisitor, asWorker, inOrganisation, type Tx } from "./client";
import { makeActor, makeClient, makeLink, makePerson, makeSecret, makeSeller, ownDatabase } from "./testing";

/** A session belongs to a person; the organisation in it only says which pages that browser shows. */
const notTenant = ["sessions"];
const tenantTables = [
  "organisations",
  "members",
  "sellers",
  "clients",
  "secrets",
  "seller_links",
  "events",
  "first_calls",
  "listings",
  "attempts",
  "claim_requests",
  "claims",
  "client_areas",
  "client_reviews",
  "consents",
  "deliveries",
  "endpoints",
  "hand_overs",
  "idempotency_keys",
  "invitations",
  "kept_sellers",
  "attachments",
  "bulk_items",
  "bulk_runs",
  "digests",
  "domain_proofs",
  "listing_versions",
  "logos",
  "name_permits",
  "ownership_offers",
  "saved_views",
  "seller_notes",
  "seller_tags",
  "team_invitations",
  "ticket_messages",
  "tickets",
];

let actor: Awaited<ReturnType<typeof makeActor>>;
let other: Awaited<ReturnType<typeof makeActor>>;

beforeAll(async () => {
  await ownDatabase();
  [actor, other] = [await makeActor(), await makeActor()];
  for (const { organisationId: id } of [actor, other]) {
    const client = await makeClient({ id });
    await makeSecret(client);
    const seller = await makeSeller({ id });
    await fillTables(id, client.id, seller.sellerId, await makeLink(client, seller));
    await asFounder((tx) =>
      tx.execute(sql`insert into events (type, actor_name, organisation_id) values ('x', 'test', ${id})`),
    );
    await asFounder((tx) =>
      tx.execute(sql`insert into first_calls (id, organisation_id, client_id, seller_id, operation, verdict, report)
        values (gen_random_uuid(), ${id}, 'c', '1', 'o', 'ok', '{}')`),
    );
  }
});

/** One row of the organisation's in every table that has no maker. */
async function fillTables(id: string, client: string, seller: number, link: { id: string }) {
  const person = (await makePerson()).id;
  const rows = [
    sql`insert into consents (id, link_id, organisation_id, person_id, client_row_id, seller_id, text_version, duration, reviewed, at)
      values (gen_random_uuid(), ${link.id}, ${id}, ${person}, ${client}, ${seller}, '1', 'none', true, now())`,
    sql`insert into client_reviews (id, client_row_id, organisation_id, sentence, requested_at)
      values (gen_random_uuid(), ${client}, ${id}, 's', now())`,
    sql`insert into invitations (id, token_hash, client_row_id, organisation_id, created_at, expires_at, sent_at)
      values (gen_random_uuid(), ${id}::text::bytea, ${client}, ${id}, now(), now(), now())`,
    sql`insert into hand_overs (id, token_hash, client_row_id, organisation_id, created_at, expires_at)
      values (gen_random_uuid(), ${id}::text::bytea, ${client}, ${id}, now(), now())`,
    sql`insert into kept_sellers (id, organisation_id, seller_id, client_id, created_at)
      values (gen_random_uuid(), ${id}, ${seller}, 'c', now())`,
    sql`insert into claims (id, organisation_id, person_id, seller_id, created_at, expires_at)
      values (gen_random_uuid(), ${id}, ${person}, ${seller}, now(), now())`,
    sql`insert into claim_requests (id, organisation_id, asking_organisation_id, person_id, seller_id, created_at)
      values (gen_random_uuid(), ${id}, ${id}, ${person}, ${seller}, now())`,
    sql`insert into endpoints (id, client_row_id, organisation_id, url, events, sealed_key, created_at)
      values (${client}, ${client}, ${id}, 'u', '{}', 'k', now())`,
    sql`insert into deliveries (id, endpoint_id, organisation_id, type, body, created_at, due_at)
      values (${client}, ${client}, ${id}, 't', 'b', now(), now())`,
    sql`insert into attempts (delivery_id, number, organisation_id, at, took_ms) values (${client}, 1, ${id}, now(), 1)`,
    sql`insert into idempotency_keys (client_row_id, organisation_id, key, request_hash, status, body, created_at)
      values (${client}, ${id}, 'k', 'h', 200, '{}', now())`,
    sql`insert into listing_versions (id, organisation_id, client_row_id, created_at, saved_at)
      values (gen_random_uuid(), ${id}, ${client}, now(), now())`,
    sql`insert into logos (hash, organisation_id, bytes, created_at) values (${id}::text::bytea, ${id}, 'b', now())`,
    sql`insert into domain_proofs (id, organisation_id, domain, method, person_id, created_at, expires_at)
      values (gen_random_uuid(), ${id}, 'd', 'dns', ${person}, now(), now())`,
    sql`insert into name_permits (id, organisation_id, name, name_skeleton, reason, proposed_at, proposed_by)
      values (gen_random_uuid(), ${id}, 'n', 'n', 'r', now(), ${person})`,
    sql`insert into team_invitations (id, token_hash, organisation_id, email, email_fold, role, created_at, created_by, expires_at)
      values (gen_random_uuid(), ${id}::text::bytea, ${id}, 'e', 'e', 'viewer', now(), ${person}, now())`,
    sql`insert into ownership_offers (id, organisation_id, from_person_id, to_person_id, created_at, expires_at)
      values (gen_random_uuid(), ${id}, ${person}, ${person}, now(), now())`,
    sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at)
      values (${client}, ${id}, ${person}, 's', now(), now())`,
    sql`insert into ticket_messages (id, ticket_id, organisation_id, side, author_name, body, created_at)
      values (${client}, ${client}, ${id}, 'member', 'a', 'b', now())`,
    sql`insert into attachments (id, message_id, ticket_id, organisation_id, name, is_picture, size, bytes, created_at)
      values (gen_random_uuid(), ${client}, ${client}, ${id}, 'n', false, 1, 'b', now())`,
    sql`insert into seller_tags (client_row_id, organisation_id, seller_id, tag, fold, created_at) values (${client}, ${id}, ${seller}, 't', 't', now())`,
    sql`insert into client_areas (client_row_id, organisation_id, areas, chosen_at) values (${client}, ${id}, '{orders}', now())`,
    sql`insert into seller_notes (client_row_id, organisation_id, seller_id, note, saved_at) values (${client}, ${id}, ${seller}, 'n', now())`,
    sql`insert into saved_views (id, client_row_id, organisation_id, name, query, created_at)
      values (gen_random_uuid(), ${client}, ${id}, 'n', 'q', now())`,
    sql`insert into bulk_runs (id, client_row_id, organisation_id, act, total, created_at, created_by, created_by_name, due_at)
      values (${client}, ${client}, ${id}, 'tag', 1, now(), ${person}, 'n', now())`,
    sql`insert into bulk_items (bulk_run_id, organisation_id, link_id, seller_id) values (${client}, ${id}, ${link.id}, ${seller})`,
    sql`insert into digests (person_id, organisation_id, rhythm) values (${person}, ${id}, 'daily')`,
  ];
  for (const row of rows) await asFounder((tx) => tx.execute(row));
}

const countIn = (tx: Tx, table: string) =>
  tx
    .execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`)
    .then(([row]) => row?.n);
const denied = /permission denied|row-level security/;
/** The database's own words, which drizzle wraps. */
const causeOf = (work: Promise<unknown>) =>
  work.then(
    () => "it worked",
    (error: Error) => `${error.message} ${(error.cause as Error | undefined)?.message ?? ""}`,
  );

describe("the second wall", () => {
  it("stands, forced, around every table that names an organisation", async () => {
    const rows = await asFounder((tx) =>
      tx.execute<{ name: string; walled: boolean }>(sql`
        select distinct c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
          and (a.attname like '%organisation_id' or c.relname = 'organisations')`),
    );
    const walled = rows.filter(({ walled }) => walled).map(({ name }) => name);
    const open = rows.filter(({ walled }) => !walled).map(({ name }) => name);
    expect(open.sort()).toEqual(notTenant);
    expect(walled.sort()).toEqual([...tenantTables].sort());
  });

  it("has no way across that a temporary table could be laid under", async () => {
    const rows = await asFounder((tx) =>
      tx.execute<{ name: string }>(sql`
        select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
          and not coalesce(p.proconfig, '{}') @> array['search_path=public, pg_temp']`),
    );
    expect([...rows]).toEqual([]);
  });

  it.each(tenantTables.filter((table) => table !== "listings"))(
    "shows of %s the own rows only",
    async (table) => {
      expect(await asFounder((tx) => countIn(tx, table))).toBeGreaterThanOrEqual(2);
      expect(await inOrganisation(actor, (tx) => countIn(tx, table))).toBe(1);
      expect(
        await inOrganisation({ organisationId: "01900000-0000-7000-8000-000000000000" }, (tx) =>
          countIn(tx, table),
        ),
      ).toBe(0);
      expect(await asVisitor((tx) => countIn(tx, table))).toBe(0);
    },
  );

  it("lets nobody write into another organisation", async () => {
    const write = inOrganisation(actor, (tx) =>
      tx.execute(sql`insert into clients (id, organisation_id, client_id, fold, contact_email)
        values (gen_random_uuid(), ${other.organisationId}, 'planted', 'planted', 'x')`),
    );
    expect(await causeOf(write)).toMatch(denied);
    const [changed] = await inOrganisation(actor, async (tx) => [
      (
        await tx.execute(
          sql`update clients set suspended_at = now() where organisation_id = ${other.organisationId}`,
        )
      ).count,
    ]);
    expect(changed).toBe(0);
  });

  it("lets nobody give themselves a foreign client, a foreign seller account, or a review", async () => {
    const [theirs] = await asFounder((tx) =>
      tx.execute<{ id: string; seller: number }>(sql`select c.id, s.seller_id as seller from clients c
        join sellers s on s.owner_organisation_id = c.organisation_id where c.organisation_id = ${other.organisationId}`),
    );
    const [mine] = await asFounder((tx) =>
      tx.execute<{ id: string }>(sql`select id from clients where organisation_id = ${actor.organisationId}`),
    );
    const me = actor.organisationId;
    const attacks = [
      sql`insert into secrets (id, client_row_id, organisation_id, pepper_id, hash, hint)
        values (gen_random_uuid(), ${theirs?.id}, ${me}, 'p1', '\\x00', 'hint')`,
      sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via)
        values (gen_random_uuid(), ${mine?.id}, ${theirs?.seller}, ${me}, ${other.organisationId}, 'typed')`,
      sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via)
        values (gen_random_uuid(), ${mine?.id}, ${theirs?.seller}, ${me}, ${me}, 'typed')`,
      sql`insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email) values (4711, ${me}, 's', 'c')`,
      sql`update clients set reviewed_at = now() where id = ${mine?.id}`,
      sql`update seller_links set seller_id = ${theirs?.seller}`,
      sql`update sellers set owner_organisation_id = ${me}`,
    ];
    for (const attack of attacks) {
      expect(await causeOf(inOrganisation(actor, (tx) => tx.execute(attack)))).toMatch(
        /permission denied|row-level security|foreign key/,
      );
    }
  });

  it("leaves nothing of the role behind on a connection", async () => {
    await inOrganisation(actor, (tx) => countIn(tx, "clients"));
    const seen = await Promise.all(
      Array.from({ length: 30 }, () => asVisitor((tx) => countIn(tx, "clients"))),
    );
    expect(new Set(seen)).toEqual(new Set([0]));
  });
});

describe("each way to the database", () => {
  it.each([
    ["a member", (run: (tx: Tx) => Promise<unknown>) => inOrganisation(actor, run)],
    ["a visitor", asVisitor],
    ["the worker", asWorker],
    ["an operator", asOperator],
  ] as [string, (run: (tx: Tx) => Promise<unknown>) => Promise<unknown>][])(
    "%s can neither change nor delete an event",
    async (_who, way) => {
      expect(await causeOf(way((tx) => tx.execute(sql`update events set type = 'forged'`)))).toMatch(denied);
      expect(await causeOf(way((tx) => tx.execute(sql`delete from events`)))).toMatch(denied);
    },
  );

  it("an operator reads across organisations and changes none", async () => {
    expect(await asOperator((tx) => countIn(tx, "clients"))).toBe(2);
    expect(await causeOf(asOperator((tx) => tx.execute(sql`update clients set purpose = ''`)))).toMatch(
      denied,
    );
  });

  it("a machine sees what a call needs, and no person, no event, no letter", async () => {
    const machine = asMachine();
    expect((await machine`select count(*)::int as n from clients`)[0]?.n).toBe(2);
    for (const table of [
      "people",
      "sessions",
      "events",
      "mails",
      "members",
      "organisations",
      "sign_ups",
      "limit_counters",
    ]) {
      expect(await causeOf(machine`select * from ${machine(table)}`)).toMatch(denied);
    }
    expect(await causeOf(machine`update clients set suspended_at = null`)).toMatch(denied);
    expect(await causeOf(machine`select set_config('role', 'portal_definer', false)`)).toMatch(denied);
  });

  it("the login itself, outside of any way, can do nothing", async () => {
    const bare = asVisitor(async (tx) => {
      await tx.execute(sql`reset role`);
      return countIn(tx, "clients");
    });
    expect(await causeOf(bare)).toMatch(/does not exist|permission denied/);
  });
});

describe("the check of each API call", () => {
  it("is answered by the index of open links alone", async () => {
    const [client] = await asFounder((tx) => tx.execute<{ id: string }>(sql`select id from clients limit 1`));
    const plan = await asFounder(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute<{ "QUERY PLAN": string }>(sql`explain select expires_at, ends_at from seller_links
        where client_row_id = ${client?.id} and seller_id = 5 and unlinked_at is null`);
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(
      /Index Only Scan using seller_links_open/,
    );
  });
});
