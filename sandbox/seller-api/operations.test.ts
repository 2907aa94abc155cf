import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { describeApi } from "@/lib/seller-data/open-api";
import { operations } from "@/lib/seller-data/operations";
import { flushUses } from "@/lib/tokens/record-uses";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "../testing";
import { findMisfits } from "./check-answer.testing";

const sellers = [104512, 200001, 300001];
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  const client = await insertTestClient("reads-everything");
  for (const sellerId of [...sellers, 104513]) {
    await insertTestSeller(sellerId);
    await insertTestLink(client, sellerId);
  }
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

type Body = {
  items: Record<string, unknown>[];
  itemsPerPage: number;
  count: number;
  code: string;
  errors: object;
};

async function get(target: string, sellerId = 104512, more: Record<string, string> = {}) {
  const url = target.startsWith("http") ? target : `${sandbox.origin}/seller/v2${target}`;
  const headers = { authorization: `Bearer ${token}`, SellerId: String(sellerId), ...more };
  const answer = await fetch(url, { headers });
  const body = (await answer.json()) as Body;
  const [, next] = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "") ?? [];
  return { status: answer.status, body, next, headers: answer.headers };
}

/** Follows `Link` word by word to the end. */
async function readAll(target: string) {
  const items: Record<string, unknown>[] = [];
  let pieces = 0;
  for (let url: string | undefined = target; url; pieces++) {
    const { status, body, next } = await get(url);
    expect(status).toBe(200);
    items.push(...body.items);
    url = next;
  }
  return { items, pieces };
}

const reading = operations.filter(({ method }) => method === "GET");
const lists: Record<string, string> = { orderId: "/orders", discussionId: "/discussions" };

/** A path with what it needs: the first of those that the account has, or a package made for it. */
async function sample(path: string, sellerId: number) {
  const [, name = ""] = /\{(\w+)\}/.exec(path) ?? [];
  if (!name) return `${path}${path === "/offers" ? "?salesChannelId=CDISFR" : ""}`;
  const list = lists[name];
  const id = list ? (await get(list, sellerId)).body.items[0]?.[name] : await makePackage(sellerId);
  return path.replace(`{${name}}`, String(id));
}

async function makePackage(sellerId: number) {
  const headers = { authorization: `Bearer ${token}`, SellerId: String(sellerId), salesChannelId: "CDISFR" };
  const answer = await fetch(`${sandbox.origin}/seller/v2/offer-packages`, { method: "POST", headers });
  return ((await answer.json()) as { packageId: string }).packageId;
}

describe("every operation", () => {
  test.each(reading.map(({ id, path }) => [id, path]))(
    "%s answers what its description says, the same each time, and other things for another seller",
    async (id, path) => {
      const seen = [];
      for (const sellerId of sellers) {
        const target = await sample(path, sellerId);
        const { status, body } = await get(target, sellerId);
        expect([status, findMisfits(target.replace(/\?.*/, ""), status, body)]).toEqual([200, []]);
        expect((await get(target, sellerId)).body).toEqual(body);
        seen.push(JSON.stringify(body));
      }
      const isShared = /^(carriers|categories|discussions\.count|sellers\.indicators|offerPackages)/.test(id);
      if (!isShared) expect(new Set(seen).size).toBe(sellers.length);
    },
  );

  test.each(reading.map(({ path }) => path))("%s needs a token, a SellerId and a link", async (path) => {
    const target = path.replace(/\{\w+\}/, "1");
    const bare = await fetch(`${sandbox.origin}/seller/v2${target}`);
    expect(bare.status).toBe(401);
    expect((await get(target, 104512, { SellerId: "x" })).body.code).toBe("seller_id_malformed");
    expect((await get(target, 104514)).body.code).toBe("seller_not_granted");
    const { status, body } = await get(target, 104514);
    expect(findMisfits(target, status, body)).toEqual([]);
  });

  test("is described once, with a role that tokens hold", () => {
    const described = Object.values(describeApi().paths).flatMap((methods) => Object.values(methods));
    expect(described).toHaveLength(operations.length);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });
});

describe("long answers", () => {
  test("orders come over several pages, each once, as many as are counted", async () => {
    const { items, pieces } = await readAll("/orders?pageSize=50");
    expect(pieces).toBeGreaterThan(3);
    expect(new Set(items.map(({ orderId }) => orderId)).size).toBe(items.length);
    expect((await get("/orders/count")).body).toEqual({ count: items.length });
    expect((await get(`/orders?pageIndex=${pieces + 1}&pageSize=50`)).body).toEqual({
      itemsPerPage: 50,
      items: [],
    });
  });

  test("offers come over several cursors, each once, by the address in Link and its filters", async () => {
    const { items, pieces } = await readAll("/offers?salesChannelId=CDISFR&limit=500&offerStates=Active");
    expect(pieces).toBeGreaterThan(2);
    expect(new Set(items.map(({ offerId }) => offerId)).size).toBe(items.length);
    expect(items.every(({ offerState }) => offerState === "Active")).toBe(true);
  });

  test("categories say no more than their reference, unless fields are named", async () => {
    const { items } = await readAll("/categories?pageSize=100");
    expect(Object.keys(items[0] ?? {})).toEqual(["categoryReference"]);
    expect((await get("/categories/count")).body).toEqual({ count: items.length });
    const [first] = (await get("/categories?fields=label,level,nonsense")).body.items;
    expect(Object.keys(first ?? {})).toEqual(["categoryReference", "label", "level"]);
  });

  test("filters and both spellings of an order of things", async () => {
    const shipped = await readAll("/orders?pageSize=100&status=Shipped,Delivered&shippedAtMin=2026-09-01");
    expect(shipped.items.length).toBeGreaterThan(0);
    for (const { status, shippedAt } of shipped.items) {
      expect(["Shipped", "Delivered"]).toContain(status);
      expect(String(shippedAt) >= "2026-09-01").toBe(true);
    }
    const times = (await get("/orders?sort=asc:updatedAt&pageSize=100")).body.items.map(
      ({ updatedAt }) => updatedAt,
    );
    expect(times).toEqual([...times].sort());
    expect((await get("/orders?sort=updatedAt&desc=true&pageSize=100")).body.items).toEqual(
      (await get("/orders?sort=desc:updatedAt&pageSize=100")).body.items,
    );
    const open = (await get("/discussions?isOpen=true&pageSize=100")).body.items;
    expect(open.every(({ isOpen }) => isOpen === true)).toBe(true);
  });
});

describe("what is wrong with a call", () => {
  test.each([
    ["/orders?pageIndex=0", "pageIndex"],
    ["/orders?pageSize=101", "pageSize"],
    ["/orders?pageSize=1.5", "pageSize"],
    ["/orders?pageSize=10&pageSize=20", "pageSize"],
    ["/orders?status=Shipped,Lost", "status"],
    ["/orders?businessOrder=maybe", "businessOrder"],
    ["/orders?createdAtMin=yesterday", "createdAtMin"],
    ["/orders?createdAtMin=2026-13-01", "createdAtMin"],
    ["/orders?sort=customer", "sort"],
    ["/offers", "salesChannelId"],
    ["/offers?salesChannelId=", "salesChannelId"],
    ["/offers?salesChannelId=SCID01", "salesChannelId"],
    ["/offers?salesChannelId=CDISFR&limit=1001", "limit"],
    ["/offers?salesChannelId=CDISFR&cursor=abc", "cursor"],
    ["/offers?salesChannelId=CDISFR&cursor=YWZ0ZXI6OTk5OTk5OTk", "cursor"],
  ])("%s", async (target, name) => {
    const { status, body } = await get(target);
    expect([status, body.code]).toEqual([400, "invalid_parameter"]);
    expect(Object.keys(body.errors)).toEqual([name]);
    expect(findMisfits(target.replace(/\?.*/, ""), status, body)).toEqual([]);
  });

  test("what it does not know is ignored, and so is the header of old times", async () => {
    const { status } = await get("/orders?order=desc&offset=7", 104512, { "Ocp-Apim-Subscription-Key": "" });
    expect(status).toBe(200);
  });

  test("a parameter is judged before what the caller accepts, and quotas before both", async () => {
    const { body } = await get("/orders?pageIndex=0", 104512, { accept: "text/html" });
    expect(body.code).toBe("invalid_parameter");
    expect((await get("/orders", 104512, { accept: "text/html" })).body.code).toBe("not_acceptable");
  });

  test("an order of somebody else, or of nobody, is not found", async () => {
    const [foreign] = (await get("/orders", 104513)).body.items;
    for (const orderId of [foreign?.orderId, "nothing"])
      expect((await get(`/orders/${orderId}`)).body.code).toBe("not_found");
    expect((await get(`/orders/${foreign?.orderId}`, 104513)).status).toBe(200);
  });

  test("lights no lamp: only an answer of the 200s is a first call", async () => {
    const client = await insertTestClient("always-wrong");
    await insertTestLink(client, 104513);
    const own = await fetchToken(sandbox.origin, client);
    const first = async () => {
      await flushUses();
      const links = await asFounder((tx) => tx.select().from(sellerLinks));
      return links.find(({ clientRowId }) => clientRowId === client.id)?.firstCallAt;
    };
    for (const target of ["/orders?pageIndex=0", "/orders/nothing"])
      await get(target, 104513, { authorization: `Bearer ${own}` });
    expect(await first()).toBeNull();
    await get("/orders", 104513, { authorization: `Bearer ${own}` });
    expect(await first()).toBeInstanceOf(Date);
  });
});
