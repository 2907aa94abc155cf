import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, connect, inOrganisation } from "@/db/client";
import { makeClient, makeLink, makeOrganisation, makeSecret, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { lampNames } from "./judge-chain";
import {
  type LinkFilter,
  type LinkSort,
  linkHealths,
  linkSorts,
  linkStatuses,
  listLinkedSellers,
  queryLinkedSellers,
} from "./list-linked-sellers";
import { readCursor, stretchesOf, writeCursor } from "./sort-links";

const count = 1200;
const sorts: LinkSort[] = [...linkSorts, ...linkSorts.map((sort) => `-${sort}` as const)];
let organisation: { id: string };
let client: { id: string; organisationId: string };

/** So many links of a client in every state, with names, times and SellerIds that repeat, in one statement each. */
async function fill(clientRowId: string, first: number, many: number) {
  await asFounder(async (tx) => {
    await tx.execute(sql`insert into sellers (seller_id, shop_name, contact_email)
      select n, (array['Épicerie','=1+1','Zebra, Inc.','@sum','Été'])[n % 5 + 1] || ' ' || n % 97, 'x@shops.test'
      from generate_series(${first}::int, ${first + many - 1}::int) n`);
    await tx.execute(sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, via, reference, created_at,
        expires_at, unlinked_at, reason, told_at, first_call_at, last_used_at, failing_since)
      select gen_random_uuid(), ${clientRowId}, n, ${organisation.id}, 'typed', case when n % 9 = 0 then 'REF-' || n end,
        now() - interval '1 day' * (n % 200 + 400), case when n % 11 = 0 then now() - interval '1 hour' end,
        case when n % 13 = 0 then now() - interval '1 day' end, case when n % 13 = 0 then 'other' end,
        case when n % 7 > 0 then now() end, case when n % 3 > 0 then now() - interval '300 day' end,
        case when n % 3 > 0 then now() - interval '1 day' * (n % 50) end, case when n % 600 = 1 then now() end
      from generate_series(${first}::int, ${first + many - 1}::int) n`);
  });
}

/** Plans are judged on what the planner knows of a table in use. */
async function analyze() {
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  await owner`analyze seller_links, seller_tags`;
  await owner.end();
}

const idsOf = async (query: ReturnType<typeof sql>) =>
  (await asFounder((tx) => tx.execute<{ id: string }>(query))).map(({ id }) => id).sort();

/** All links of a filter, page by page; between two pages `between` may happen. */
async function walk(filter: LinkFilter, between?: (page: number) => Promise<void>) {
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; ; page++) {
    const { items, next } = await listLinkedSellers(organisation.id, client.id, filter, { after, limit: 50 });
    seen.push(...items.map(({ linkId }) => linkId));
    if (!next) return seen;
    after = next;
    await between?.(page);
  }
}

beforeAll(async () => {
  await ownDatabase();
  organisation = await makeOrganisation({ kind: "aggregator" });
  const made = await makeClient({ id: organisation.id }, { firstTokenAt: now() });
  client = made;
  await makeSecret(made);
  await fill(made.id, 200_001, count);
  // Somebody else's, so that a plan that reads the whole table costs.
  const other = await makeClient({ id: organisation.id });
  await fill(other.id, 400_001, 20_000);
  await analyze();
});

describe("pages to the end", () => {
  it("account for every link exactly once under each sort", async () => {
    const all = await idsOf(sql`select id from seller_links where client_row_id = ${client.id}`);
    expect(all).toHaveLength(count);
    for (const sort of sorts) expect((await walk({ sort })).sort(), sort).toEqual(all);
  });

  it("split the links between the states, the healths and the lamps, nothing twice and nothing lost", async () => {
    const all = await idsOf(sql`select id from seller_links where client_row_id = ${client.id}`);
    const parts: LinkFilter[][] = [
      linkStatuses.map((status) => ({ status, sort: "shopName" })),
      linkHealths.map((health) => ({ health, sort: "-lastUsedAt" })),
      // What is dark nowhere is in no lamp's list.
      lampNames.map((lamp) => ({ lamp, sort: "lastUsedAt" })),
    ];
    for (const [index, filters] of parts.entries()) {
      const seen = (await Promise.all(filters.map((filter) => walk(filter)))).flat();
      const lit = await idsOf(
        sql`select id from seller_links where client_row_id = ${client.id} and ${
          index === 2 ? sql`told_at is not null and first_call_at is not null` : sql`false`
        } and link_is_open(unlinked_at, expires_at, ends_at, now())`,
      );
      expect([...seen, ...lit].sort()).toEqual(all);
    }
    expect(await walk({ health: "failing" })).toHaveLength(2);
    expect(await walk({ q: "epicerie", sort: "sellerId" })).toHaveLength(240);
    expect(await walk({ q: "20010" })).toHaveLength(10);
  });

  it("show nothing twice and lose nothing while others are linked and parted in between", async () => {
    const before = await idsOf(sql`select id from seller_links where client_row_id = ${client.id}`);
    for (const sort of sorts) {
      const seen = await walk({ sort }, async (page) => {
        if (page % 6 > 0) return;
        const seller = await makeSeller(null, { shopName: `Épicerie ${page}` });
        const used = page % 12 ? null : now();
        await makeLink(client, seller, { createdAt: inSeconds(-page * 3_000_000), lastUsedAt: used });
      });
      expect(new Set(seen).size, sort).toBe(seen.length);
      expect(
        before.filter((id) => !seen.includes(id)),
        sort,
      ).toEqual([]);
    }
  });
});

describe("the plan", () => {
  /** The conditions that the indexes of this query's plan are asked, and whether anything is sorted. */
  async function planOf(filter: LinkFilter, after: string | null, isNumber = false) {
    const sort = filter.sort ?? "-since";
    const [stretch] = stretchesOf(sort, after ? readCursor(after, sort) : null);
    if (!stretch) throw new Error("a list has a stretch");
    return inOrganisation({ organisationId: organisation.id }, async (tx) => {
      const query = queryLinkedSellers(tx, client.id, filter, stretch, 51, isNumber);
      const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
  }
  const indexes = {
    since: "seller_links_client_since",
    shopName: "seller_links_client_name",
    sellerId: "seller_links_client_seller",
    lastUsedAt: "seller_links_client_used",
  };

  it.each(sorts)("of a page sorted by %s walks the index of that sort, from the cursor on", async (sort) => {
    const { next } = await listLinkedSellers(organisation.id, client.id, { sort }, { limit: 50 });
    const name = indexes[sort.replace("-", "") as keyof typeof indexes];
    for (const after of [null, next]) {
      const plan = await planOf({ sort, status: "open" }, after);
      // The unique index of open links keeps them by SellerId as well.
      expect(plan).toMatch(name === indexes.sellerId ? /seller_links_(client_seller|open)/ : name);
      expect(plan).not.toMatch(/-> {2}Sort/);
      const condition = plan
        .split("\n")
        .find((line) => line.includes("Index Cond") && line.includes("client_row_id"));
      if (after) expect(condition).toMatch(/ROW\(|id [<>]/);
    }
  });

  it("of a tag asks the index of tags, whether few carry it or many", async () => {
    const put = (tag: string, each: number) =>
      asFounder((tx) =>
        tx.execute(sql`insert into seller_tags (client_row_id, organisation_id, seller_id, tag, fold, created_at)
          select client_row_id, client_organisation_id, seller_id, ${tag}, ${tag}, now() from seller_links
          where seller_id % ${each} = 0 on conflict do nothing`),
      );
    await put("many", 2);
    await put("few", 400);
    await analyze();
    for (const tag of ["many", "few"]) {
      const plan = await planOf({ tag, status: "open" }, null);
      expect(plan).toMatch(/seller_tags_client_row_id_fold_seller_id_pk/);
      expect(plan).not.toMatch(/Seq Scan on seller_(tags|links)/);
      const all =
        await idsOf(sql`select l.id from seller_links l join seller_tags g on g.client_row_id = l.client_row_id
        and g.seller_id = l.seller_id where l.client_row_id = ${client.id} and g.fold = ${tag}`);
      expect((await walk({ tag: tag.toUpperCase(), sort: "shopName" })).sort()).toEqual(all);
    }
  });

  it("of a SellerId or its beginning asks the index of SellerIds for it", async () => {
    for (const q of ["200123", "2001"]) {
      const plan = await planOf({ q, sort: "sellerId" }, null, true);
      expect(plan).toMatch(/seller_links_(client_seller|open|account)/);
      expect(plan).toMatch(/Index Cond: .*seller_id >= /);
    }
  });
});

describe("the place in a list", () => {
  it("comes back as it was written, and for another sort not at all", () => {
    const id = "01234567-89ab-7cde-8f01-23456789abcd";
    const place = { value: "2026-02-28 10:00:00.123+00", id };
    expect(readCursor(writeCursor("-since", place), "-since")).toEqual(place);
    expect(readCursor(writeCursor("-since", place), "since")).toBeNull();
  });

  it("is nowhere when somebody made it up", () => {
    const id = "01234567-89ab-7cde-8f01-23456789abcd";
    const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    for (const [sort, text] of [
      ["-since", made("-since", "never", id)],
      ["-since", made("-since", "2026-02-31 10:00:00+00", id)],
      ["-since", made("-since", null, id)],
      ["sellerId", made("sellerId", "1; drop table x", id)],
      ["sellerId", made("sellerId", 5, id)],
      ["shopName", made("shopName", "a\0b", id)],
      ["shopName", made("shopName", "a", "x")],
      ["shopName", "%00"],
      ["shopName", made()],
      ["shopName", Buffer.from("null").toString("base64url")],
    ] as const)
      expect(readCursor(text, sort), text).toBeNull();
  });
});
