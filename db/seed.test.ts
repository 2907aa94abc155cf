import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { matchesPassword } from "@/lib/accounts/password";
import { newId } from "@/lib/id";
import { hashSecret } from "@/lib/secrets";
import { asFounder } from "./client";
import { seedDemo } from "./seed";
import { ask, count } from "./seed/ask.testing";
import { demoAccounts, demoPassword } from "./seed/demo-accounts";
import { deletedClientLinks, feedWiseLinkCounts, untoldLinks } from "./seed/make-links";
import { ownDatabase } from "./testing";

const operatorId = newId();
let answers: { clientSecret: string | null }[] = [];
let seededAt = "";

beforeAll(async () => {
  await ownDatabase();
  await ask(
    sql`insert into organisations (id, kind, name) values (${operatorId}, 'operator', 'Marketplace support')`,
  );
  answers = await Promise.all([seedDemo(), seedDemo()]);
  seededAt = new Date().toISOString();
}, 60_000);

describe("the demo accounts", () => {
  test("are those of the contract, each in its organisation, reading English", async () => {
    const rows = await ask(sql`
      select p.email, p.language, m.role, o.name, o.kind from people p
      join members m on m.person_id = p.id join organisations o on o.id = m.organisation_id order by p.email`);
    expect(rows).toEqual([
      member("aggregator@demo.test", "owner", "FeedWise", "aggregator"),
      member("multi@demo.test", "owner", "Nordic Outdoor", "seller"),
      member("newagg@demo.test", "owner", "Plugin Harbor", "aggregator"),
      member("operator@demo.test", "owner", "Marketplace support", "operator"),
      member("partner@demo.test", "owner", "Atelier Code", "partner"),
      member("seller@demo.test", "owner", "Maison Lumiere", "seller"),
      member("viewer@demo.test", "viewer", "Maison Lumiere", "seller"),
    ]);
    expect(rows).toHaveLength(demoAccounts.length);
  });

  test("open with the demo password", async () => {
    const rows = await ask<{ hash: string }>(sql`select distinct password_hash as hash from people`);
    expect(rows).toHaveLength(1);
    expect(await matchesPassword(rows[0]?.hash, demoPassword)).toBe(true);
    expect(await matchesPassword(rows[0]?.hash, `${demoPassword}!`)).toBe(false);
  });

  test("own their SellerIds", async () => {
    const rows = await ask(sql`
      select s.seller_id::int as id, o.name from sellers s join organisations o on o.id = s.owner_organisation_id
      order by 1`);
    expect(rows).toEqual([
      { id: 104512, name: "Maison Lumiere" },
      { id: 104513, name: "Nordic Outdoor" },
      { id: 104514, name: "Nordic Outdoor" },
    ]);
  });

  test("join the marketplace's organisation where it stands already", async () => {
    expect(await ask(sql`select id from organisations where kind = 'operator'`)).toEqual([
      { id: operatorId },
    ]);
  });
});

describe("seeding", () => {
  test("happens once, also when two try at the same time", () => {
    const secrets = answers.map(({ clientSecret }) => clientSecret).filter((secret) => secret !== null);
    expect(secrets).toHaveLength(1);
    expect(secrets[0]).toMatch(/^mps_test_[0-9A-Za-z]{46}$/);
  });

  test("changes nothing where people are already", async () => {
    const sizes = () =>
      ask(sql`select (select count(*) from people) as people, (select count(*) from organisations) as organisations,
        (select count(*) from clients) as clients, (select count(*) from secrets) as secrets,
        (select count(*) from seller_links) as links, (select count(*) from events) as events`);
    const before = await sizes();
    expect(await seedDemo()).toEqual({ clientSecret: null });
    expect(await sizes()).toEqual(before);
  });

  test("leaves fresh SellerIds to start at 300001", async () => {
    expect(await ask(sql`select nextval('fresh_seller_ids')::int as next`)).toEqual([{ next: 300001 }]);
  });

  test("writes the secret's plaintext nowhere", async () => {
    const plain = plainSecret();
    for (const table of ["events", "secrets", "clients", "mails"]) {
      const rows = await ask(
        sql`select 1 from ${sql.identifier(table)} t where strpos(t::text, ${plain}) > 0`,
      );
      expect(rows, table).toEqual([]);
    }
  });
});

describe("the demo clients", () => {
  test("demo-seller-app works with the secret that was returned, for 104512", async () => {
    const rows = await ask<{ hash: Buffer }>(sql`
      select s.hash from secrets s join clients c on c.id = s.client_row_id where c.client_id = 'demo-seller-app'`);
    expect(rows.map(({ hash }) => hash)).toEqual([hashSecret(plainSecret())?.hash]);
    expect(await linksOf("demo-seller-app")).toEqual([{ id: 104512, via: "created", open: true }]);
  });

  test("atelier-code is reviewed, has a secret and no link", async () => {
    const [client] = await ask(sql`select reviewed_at is not null as reviewed,
      (select count(*)::int from secrets s where s.client_row_id = c.id) as secrets
      from clients c where client_id = 'atelier-code'`);
    expect(client).toEqual({ reviewed: true, secrets: 1 });
    expect(await linksOf("atelier-code")).toEqual([]);
    const proven = await asFounder((tx) =>
      tx.execute(sql`select domain from organisations where domain_verified_at is not null`),
    );
    expect([...proven]).toEqual([{ domain: "atelier-code.example" }]);
  });

  test("FeedWise is reviewed and listed", async () => {
    const [client] = await ask(sql`select c.reviewed_at is not null as reviewed, l.display_name, o.name,
        l.approved_at is not null as approved
      from clients c join listings l on l.client_row_id = c.id join organisations o on o.id = c.organisation_id
      where c.client_id = 'FeedWise'`);
    expect(client).toEqual({ reviewed: true, display_name: "FeedWise", name: "FeedWise", approved: true });
  });

  test("stand beside 5,000 further approved aggregators, each with a client", async () => {
    const further = sql`from organisations o join clients c on c.organisation_id = o.id
      join listings l on l.client_row_id = c.id and l.organisation_id = o.id
      where o.kind = 'aggregator' and l.approved_at < ${seededAt} and c.client_id <> 'FeedWise'`;
    expect(await count(further)).toBe(5000);
  });
});

describe("the 1,200 linked sellers", () => {
  test("have consecutive SellerIds, no owner and made-up contacts", async () => {
    const [row] =
      await ask(sql`select count(*)::int as n, min(seller_id)::int as first, max(seller_id)::int as last,
        count(distinct shop_name)::int as shops, bool_and(owner_organisation_id is null) as unowned,
        bool_and(contact_email ~ '^[a-z.]+@[a-z-]+[.]example[.]test$') as "madeUp"
      from sellers where seller_id between 200000 and 299999`);
    expect(row).toEqual({ n: 1200, first: 200001, last: 201200, shops: 1200, unowned: true, madeUp: true });
  });

  test("are in the states of the stated counts", async () => {
    const rows = await ask<{ state: string; n: number }>(sql`
      select case
          when unlinked_at is not null then reason
          when not link_is_open(unlinked_at, expires_at, ends_at, ${seededAt}) then 'lapsed now'
          when failing_since is not null then 'failing'
          when ends_at is not null and reason is not null then 'ends ahead'
          when expires_at <= ${seededAt}::timestamptz + interval '30 days' then 'expiring soon'
          when expires_at is not null then 'expiring later'
          when first_call_at is null then 'never called'
          when last_used_at < ${seededAt}::timestamptz - interval '90 days' then 'quiet'
          when last_used_at > ${seededAt}::timestamptz - interval '30 days' then 'called'
          else 'something else'
        end as state, count(*)::int as n
      from seller_links l join clients c on c.id = l.client_row_id
      where c.client_id = 'FeedWise' and l.seller_organisation_id is null group by 1`);
    const counts = feedWiseLinkCounts;
    expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
      "never called": counts.neverCalled,
      called: counts.called,
      quiet: counts.quiet,
      failing: counts.failing,
      "expiring later": counts.expiringLater,
      "expiring soon": counts.expiringSoon,
      "ends ahead": counts.endsAhead,
      "lapsed now": counts.lapsed,
      not_used: counts.endedNotUsed,
      switching: counts.endedSwitching,
      mistake: counts.endedMistake,
      security: counts.endedSecurity,
      other: counts.endedOther,
      partner: counts.endedPartner,
      lapsed: counts.endedLapsed,
    });
    expect(Object.values(counts).reduce<number>((sum, n) => sum + n, 0)).toBe(1200);
  });

  test("count one open failing link, and 987 open ones", async () => {
    expect(await count(sql`from seller_links where failing_since is not null`)).toBe(1);
    const open = sql`from seller_links l join clients c on c.id = l.client_row_id
      where c.client_id = 'FeedWise' and link_is_open(unlinked_at, expires_at, ends_at, ${seededAt})`;
    expect(await count(open)).toBe(987);
  });

  test("are known to the aggregator, but for six that were never called", async () => {
    const untold = sql`from seller_links where told_at is null`;
    expect(await count(untold)).toBe(untoldLinks);
    // Older than a week: the letter that tells of forgotten ones does not look back so far.
    const kept = sql`from seller_links l where told_at is null and unlinked_at is null and first_call_at is null
      and created_at < ${seededAt}::timestamptz - interval '7 days'
      and link_is_open(unlinked_at, expires_at, ends_at, ${seededAt})`;
    expect(await count(kept)).toBe(untoldLinks);
    const ways = await ask<{ way: string }>(sql`select distinct told_by as way from seller_links
      where told_at is not null order by 1`);
    expect(ways.map(({ way }) => way)).toEqual(["api", "mail", "own", "webhook"]);
    const impossible = sql`from seller_links where (told_at is null) <> (told_by is null) or told_at < created_at
      or told_at > coalesce(unlinked_at, ${seededAt}) or told_at > first_call_at`;
    expect(await count(impossible)).toBe(0);
  });

  test("were linked in every way, and parted for every reason", async () => {
    const vias = await ask<{ via: string }>(sql`select distinct via from seller_links order by 1`);
    expect(vias.map(({ via }) => via)).toEqual([
      "created",
      "deep-link",
      "directory",
      "invitation",
      "request",
      "typed",
    ]);
    const reasons = await ask<{ reason: string }>(
      sql`select distinct reason from seller_links where unlinked_at is not null order by 1`,
    );
    expect(reasons.map(({ reason }) => reason)).toEqual([
      "client_deleted",
      "lapsed",
      "mistake",
      "not_used",
      "other",
      "partner",
      "security",
      "switching",
    ]);
    const deleted = sql`from seller_links l join clients c on c.id = l.client_row_id
      where l.reason = 'client_deleted' and l.unlinked_at = c.deleted_at`;
    expect(await count(deleted)).toBe(deletedClientLinks);
  });

  test("are linked for anything between an hour and three years", async () => {
    const [row] = await ask<{ oldest: number; newest: number }>(sql`
      select extract(epoch from ${seededAt}::timestamptz - min(l.created_at))::float / 86400 as oldest,
        extract(epoch from ${seededAt}::timestamptz - max(l.created_at))::float / 86400 as newest
      from seller_links l join clients c on c.id = l.client_row_id where c.client_id = 'FeedWise'`);
    expect(row?.oldest).toBeCloseTo(3 * 365, 0);
    expect(row?.newest).toBeLessThan(1);
  });

  test("have stories that can have happened in this order", async () => {
    const impossible = sql`from seller_links l join sellers s on s.seller_id = l.seller_id
        join clients c on c.id = l.client_row_id
      where l.created_at < s.created_at or l.created_at < c.created_at
        or l.created_at > ${seededAt} or l.unlinked_at > ${seededAt} or l.last_used_at > ${seededAt}
        or l.first_call_at < l.created_at or l.first_call_at < c.first_token_at or l.last_used_at < l.first_call_at
        or (l.first_call_at is null) <> (l.last_used_at is null)
        or l.last_used_at > coalesce(l.unlinked_at, least(l.expires_at, l.ends_at))
        or l.unlinked_at < l.created_at or (l.unlinked_at is not null and l.reason is null)`;
    expect(await count(impossible)).toBe(0);
  });
});

describe("the demo events", () => {
  test("tell each link's beginning and end, by the actor demo, in the order of their times", async () => {
    expect(await count(sql`from events where actor_name <> 'demo'`)).toBe(0);
    const untold = sql`from seller_links l
      where 1 <> (select count(*) from events e where e.type = 'link.created' and e.data->>'linkId' = l.id::text
          and e.client_row_id = l.client_row_id and e.seller_id = l.seller_id)
        or (l.reason is not null)::int <> (select count(*) from events e
          where e.type = case when l.unlinked_at is null then 'link.end_planned' else 'link.ended' end
          and e.data->>'linkId' = l.id::text and e.data->>'reason' = l.reason)`;
    expect(await count(untold)).toBe(0);
    const outOfOrder = sql`from (select at, lag(at) over (order by xid, id) as before from events) e where before > at`;
    expect(await count(outOfOrder)).toBe(0);
  });

  test("tell of each demo client", async () => {
    const rows = await ask<{ clientId: string }>(
      sql`select data->>'clientId' as "clientId" from events where type = 'client.created' order by 1`,
    );
    const named = rows.map(({ clientId }) => clientId);
    expect(named).toEqual(expect.arrayContaining(["FeedWise", "atelier-code", "demo-seller-app"]));
  });
});

function member(email: string, role: string, name: string, kind: string) {
  return { email, language: "en", role, name, kind };
}

function plainSecret() {
  const found = answers.find(({ clientSecret }) => clientSecret)?.clientSecret;
  if (!found) throw new Error("nothing was seeded");
  return found;
}

async function linksOf(clientId: string) {
  return ask(sql`select l.seller_id::int as id, l.via, link_is_open(unlinked_at, expires_at, ends_at, ${seededAt}) as open
    from seller_links l join clients c on c.id = l.client_row_id where c.client_id = ${clientId}`);
}
