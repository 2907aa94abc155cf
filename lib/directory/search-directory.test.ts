import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients, listings, organisations } from "@/db/schema";
import { makeChance } from "@/db/seed/chance";
import { insertInChunks } from "@/db/seed/insert-in-chunks";
import { makeAggregators } from "@/db/seed/make-aggregators";
import { makeClient, makeOrganisation, ownDatabase } from "@/db/testing";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { directoryQuery } from "./input";
import { listingsPerPage, searchDirectory } from "./search-directory";

/** An approved listing of a new aggregator. */
async function makeListing(displayName: string, over: Partial<typeof listings.$inferInsert> = {}) {
  const organisation = await makeOrganisation({ kind: "aggregator", name: displayName });
  const client = await makeClient(organisation);
  const about = { id: newId(), organisationId: organisation.id, clientRowId: client.id };
  await asFounder((tx) =>
    tx
      .insert(listings)
      .values({ ...about, displayName, methods: ["delegation"], approvedAt: now(), ...over }),
  );
  return { organisation, client };
}

const limits = env().LIMITS;
beforeAll(async () => {
  await ownDatabase();
  const made = makeAggregators(5000, makeChance(2026), now(), []);
  await asFounder((tx) =>
    insertInChunks(made, async (chunk) => {
      await tx.insert(organisations).values(chunk.map(({ organisation }) => organisation));
      await tx.insert(clients).values(chunk.map(({ client }) => client));
      await tx.insert(listings).values(chunk.map(({ listing }) => listing));
    }),
  );
  await makeListing("FeedWise");
  await makeListing("Ténèbres & Cœur");
  env().LIMITS = "off";
});
afterAll(() => {
  env().LIMITS = limits;
});

async function find(asked: Record<string, unknown>, perPage?: number) {
  const result = await searchDirectory("198.51.100.7", directoryQuery.parse(asked), perPage);
  if (!result.ok) throw new Error(result.code);
  const names = result.view.listings.map(({ name }) => name);
  return { ...result.view, names, near: result.view.near.map(({ name }) => name) };
}

describe("searchDirectory among 5,002", () => {
  test.each([
    "FeedWise",
    "feedwsie",
    "FEED WISE",
    "féédwise",
    "feedw",
    "wise",
    "feed-wise",
    "fedwise",
    "feedvise",
  ])("finds FeedWise first for %s", async (q) => {
    expect((await find({ q })).names[0]).toBe("FeedWise");
  });

  test.each([
    ["coeur", "Ténèbres & Cœur"],
    ["TENEBRES", "Ténèbres & Cœur"],
    ["achterdjik", /^Achterdijk/],
    ["satis", /Satış$/],
    ["マーケット", /マーケット/],
  ])("finds %s", async (q, name) => {
    expect((await find({ q })).names[0]).toMatch(name);
  });

  test("knows no case in any script", async () => {
    const { names } = await find({ q: "фиалков" });
    expect((await find({ q: "ФИАЛКОВ" })).names).toEqual(names);
    const [cyrillic = ""] = await asFounder(async (tx) =>
      (
        await tx.execute<{ name: string }>(
          sql`select display_name as name from listings where display_name ~ '^[А-Я]' order by 1 limit 1`,
        )
      ).map(({ name }) => name),
    );
    expect((await find({ q: cyrillic.toLowerCase() })).names[0]).toBe(cyrillic);
    expect((await find({ q: cyrillic.toUpperCase() })).names[0]).toBe(cyrillic);
  });

  test("asks about what comes close where nothing is found, and is silent where nothing does", async () => {
    const { names, near } = await find({ q: "wisefeed" });
    expect([names, near[0]]).toEqual([[], "FeedWise"]);
    expect(await find({ q: "qqxqzzqx" })).toMatchObject({ names: [], near: [] });
  });

  test("shows everything by name, page after page, each once", async () => {
    const [one, two] = [await find({}), await find({ page: "2" })];
    expect([one.names.length, one.hasMore, two.hasMore]).toEqual([listingsPerPage, true, true]);
    expect(new Set([...one.names, ...two.names]).size).toBe(2 * listingsPerPage);
    const folds = [...one.names, ...two.names].map((name) =>
      name
        .normalize("NFKD")
        .replace(/[^a-z]/gi, "")
        .toLowerCase(),
    );
    expect(folds).toEqual([...folds].sort());
    const last = await find({ page: "251" });
    expect([last.names.length, last.hasMore]).toEqual([2, false]);
    expect(await find({ page: "252" })).toMatchObject({ names: [], hasMore: false, near: [] });
  });

  test("pages through what was found", async () => {
    const one = await find({ q: "feeds" }, 5);
    const two = await find({ q: "feeds", page: 2 }, 5);
    expect(one.hasMore).toBe(true);
    expect(one.names.filter((name) => two.names.includes(name))).toEqual([]);
  });

  test.each(["%", "_", "\\", "%%%", "!?. -", " \u0000 ", "\u200b", "\ud800"])(
    "takes %j for no words",
    async (q) => {
      expect((await find({ q })).names).toEqual((await find({})).names);
    },
  );

  test("takes marks among letters for nothing", async () => {
    expect((await find({ q: "feed%wise" })).names).toEqual(["FeedWise"]);
    expect((await find({ q: "f_edwise_\\" })).names[0]).toBe("FeedWise");
    expect((await find({ q: "'; qqxqzz(); --" })).names).toEqual([]);
  });

  test("cuts what is too long, and takes odd addresses for the first page", async () => {
    expect((await find({ q: "x".repeat(100_000) })).names).toEqual([]);
    expect(directoryQuery.parse({ q: `${"é".repeat(200)}` }).q).toHaveLength(100);
    for (const page of ["0", "-1", "1.5", "x", "1e9", "501", ["2", "3"]]) {
      expect(directoryQuery.parse({ page }).page).toBe(1);
    }
    expect(directoryQuery.parse({ q: ["a", "b"] }).q).toBe("");
  });

  test("goes by the index of trigrams", async () => {
    const plan = await asFounder(async (tx) => {
      await tx.execute(sql`analyze listings, clients, organisations`).catch(() => {});
      const [{ body } = { body: "" }] = await tx.execute<{ body: string }>(
        sql`select prosrc as body from pg_proc where proname = 'search_directory'`,
      );
      const settings = await tx.execute<{ settings: string[] }>(
        sql`select proconfig as settings from pg_proc where proname = 'search_directory'`,
      );
      for (const setting of settings[0]?.settings ?? []) {
        const [name = "", value = ""] = setting.split("=");
        await tx.execute(sql`select set_config(${name}, ${value}, true)`);
      }
      const query = /WITH found[^;]+/.exec(body)?.[0] ?? "";
      const asked = query
        .replace(/\bpattern\b/g, "$1")
        .replace(/\bwords\b/g, "$2")
        .replace("p_limit", "20")
        .replace("p_skip", "0");
      await tx.execute(sql.raw(`prepare directory (text, text) as ${asked}`));
      const rows = await tx.execute<{ "QUERY PLAN": string }>(
        sql.raw("explain (costs off) execute directory('%feedwsie%', 'feedwsie')"),
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan.match(/Bitmap Index Scan on listings_name_trigrams/g)).toHaveLength(3);
    expect(plan).not.toContain("Seq Scan on listings");
  });
});

describe("what the directory shows", () => {
  test("is public: approved ones only, with the domain only where it is proven", async () => {
    await makeListing("Quixotique Un", { approvedAt: null });
    const gone = await makeListing("Quixotique Deux");
    const stopped = await makeListing("Quixotique Trois");
    const banned = await makeListing("Quixotique Quatre");
    const proven = await makeListing("Quixotique Cinq", {
      description: "Flux",
      website: "https://cinq.example",
    });
    const claimed = await makeListing("Quixotique Six");
    await asFounder(async (tx) => {
      await tx.execute(sql`update clients set deleted_at = now() where id = ${gone.client.id}`);
      await tx.execute(sql`update clients set suspended_at = now() where id = ${stopped.client.id}`);
      await tx.execute(
        sql`update organisations set suspended_at = now() where id = ${banned.organisation.id}`,
      );
      await tx.execute(
        sql`update organisations set domain = 'cinq.example', domain_verified_at = now() where id = ${proven.organisation.id}`,
      );
      await tx.execute(
        sql`update organisations set domain = 'six.example' where id = ${claimed.organisation.id}`,
      );
    });
    const { listings: found } = await find({ q: "quixotique" });
    expect(found.map(({ name }) => name)).toEqual(["Quixotique Six", "Quixotique Cinq"]);
    expect(found[0]?.verifiedDomain).toBeNull();
    expect(found[1]).toEqual({
      id: expect.any(String),
      clientId: proven.client.clientId,
      name: "Quixotique Cinq",
      description: "Flux",
      website: "https://cinq.example",
      logo: null,
      methods: ["delegation"],
      verifiedDomain: "cinq.example",
    });
  });

  test("is for people, not for copying: six hundred searches a minute and address", async () => {
    env().LIMITS = "on";
    const ask = () => searchDirectory("203.0.113.80", { q: "feedwise", page: 1 });
    const results = [];
    for (let n = 0; n < 601; n++) results.push((await ask()).ok);
    expect([results.indexOf(false), results.length]).toEqual([600, 601]);
    expect(await ask()).toMatchObject({ ok: false, code: "too_many" });
    expect((await searchDirectory("203.0.113.81", { q: "feedwise", page: 1 })).ok).toBe(true);
    env().LIMITS = "off";
  });
});
