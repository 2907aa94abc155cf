import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/seller-data/operations";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "../testing";
import { type Call, callApi, type More } from "./call-api.testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  sandbox = await startSandbox();
  const client = await insertTestClient("writes-much");
  for (const sellerId of [104512, 104513]) {
    await insertTestSeller(sellerId);
    await insertTestLink(client, sellerId);
  }
  tokens.mine = await fetchToken(sandbox.origin, client);
  tokens.other = await fetchToken(sandbox.origin, await insertTestClient("another-one"));
  tokens.starter = await fetchToken(sandbox.origin, sandbox.starter);
});
afterAll(() => sandbox.stop());

const call: Call = (...words) => callApi(sandbox.origin, tokens, ...words);

const orders = async (status: string, more?: More) =>
  (await call("GET", `/orders?status=${status}&pageSize=100`, undefined, more)).body.items as unknown as {
    orderId: string;
    lines: { orderLineId: string; status: string; parcels: object[] }[];
  }[];
const refused = (code: string, ...fields: string[]) => ({
  body: {
    code,
    ...(fields.length > 0 && {
      errors: Object.fromEntries(fields.map((field) => [field, expect.any(Array)])),
    }),
  },
});

describe("an order", () => {
  test("is accepted once, by one of two calls at the same moment, and shows it", async () => {
    const [order] = await orders("WaitingAcceptance");
    const approve = (approval_status: string) =>
      call("POST", `/orders/${order?.orderId}/approval-status`, { approval_status });
    const both = await Promise.all([approve("Accepted"), approve("Refused"), approve("Accepted")]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const { status } of both) expect([204, 409, 422]).toContain(status);
    const { body } = await call("GET", `/orders/${order?.orderId}`);
    expect(["Accepted", "Refused"]).toContain(body.status);
    expect(await approve("Accepted")).toMatchObject({
      status: 422,
      ...refused("validation_failed", "approval_status"),
    });
  });

  test("is shipped line by line, and counted among the shipped ones", async () => {
    const waiting = await orders("InPreparation,Accepted");
    const order = waiting.find(({ lines }) => lines.length > 1) ?? waiting[0];
    const count = async () => Number((await call("GET", "/orders/count?status=Shipped")).body.count);
    const before = await count();
    const ship = (orderLineIds: string[], more = {}) =>
      call("POST", `/orders/${order?.orderId}/shipments`, [
        { parcelNumber: "6A1", carrierName: "Colis Poste", orderLineIds, ...more },
      ]);
    const lines = order?.lines.map(({ orderLineId }) => orderLineId) ?? [];
    expect(await ship(["nothing"])).toMatchObject({
      status: 422,
      ...refused("validation_failed", "[0].orderLineIds"),
    });
    expect(await ship(lines, { carrierName: "Nobody" })).toMatchObject({
      status: 422,
      ...refused("validation_failed", "[0].carrierName"),
    });
    for (const line of lines) expect((await ship([line])).status).toBe(204);
    const { body } = await call("GET", `/orders/${order?.orderId}`);
    expect(body.status).toBe("Shipped");
    expect(body.lines).toEqual(
      lines.map(() => expect.objectContaining({ status: "Shipped", parcels: [expect.anything()] })),
    );
    expect(await count()).toBe(before + 1);
    expect((await ship(lines)).status).toBe(422);
  });

  test("of another account, or of none, is not found", async () => {
    const [foreign] = await orders("WaitingAcceptance", { seller: 104513 });
    for (const id of [foreign?.orderId, "nothing"]) {
      const answer = await call("POST", `/orders/${id}/approval-status`, { approval_status: "Accepted" });
      expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    }
  });
});

describe("a package of offers", () => {
  test("is made, filled, set ready, and changes what the offers say", async () => {
    const made = await call("POST", "/offer-packages", undefined, { headers: { salesChannelId: "CDISFR" } });
    expect(made.status).toBe(201);
    const { packageId } = made.body;
    for (const name of ["location", "content-location"])
      expect(made.headers.get(name)).toBe(`${sandbox.origin}/seller/v2/offer-packages/${packageId}`);
    const at = `/offer-packages/${packageId}`;
    expect((await call("PATCH", at, { state: "Ready" })).status).toBe(422);
    const requests = [
      { sellerExternalReference: "SKU-0003", price: { sellingPrice: 9.5 }, stock: { quantity: 0 } },
      {
        sellerExternalReference: "NEW-1",
        gtin: "2000000000015",
        price: { sellingPrice: 5 },
        stock: { quantity: 3 },
      },
      { sellerExternalReference: "NEW-2" },
    ];
    expect((await call("POST", `${at}/offer-requests`, requests)).status).toBe(202);
    expect((await call("GET", at)).body).toMatchObject({ state: "Created", requestCount: 3 });
    expect((await call("PATCH", at, { state: "Ready" })).status).toBe(204);
    expect((await call("GET", at)).body.state).toBe("Processed");
    const results = (await call("GET", `${at}/offer-requests-results`)).body.items;
    expect(results.map(({ status }) => status)).toEqual(["Accepted", "Accepted", "Refused"]);
    const find = async (name: string) =>
      (await call("GET", `/offers?salesChannelId=CDISFR&sellerExternalReferences=${name}`)).body.items;
    expect(await find("SKU-0003")).toMatchObject([{ offerState: "Inactive", price: { sellingPrice: 9.5 } }]);
    expect(await find("NEW-1")).toMatchObject([{ offerState: "Active", gtin: "2000000000015" }]);
    expect(await find("NEW-2")).toEqual([]);
    expect((await call("POST", `${at}/offer-requests`, requests)).status).toBe(422);
    const list = (await call("GET", "/offer-packages?state=Processed")).body.items;
    expect(list.map((one) => one.packageId)).toContain(packageId);
  });

  test("takes a hundred requests at once, each of a shape, and needs its channel", async () => {
    expect(await call("POST", "/offer-packages")).toMatchObject({
      status: 400,
      ...refused("invalid_parameter", "salesChannelId"),
    });
    const made = await call("POST", "/offer-packages", undefined, { headers: { salesChannelId: "CDISFR" } });
    const fill = (requests: unknown) =>
      call("POST", `/offer-packages/${made.body.packageId}/offer-requests`, requests);
    expect(await fill(Array(101).fill({ sellerExternalReference: "x" }))).toMatchObject(
      refused("invalid_body", "body"),
    );
    expect(
      await fill([{ sellerExternalReference: "x", price: { sellingPrice: -1 }, stock: { quantity: 1.5 } }]),
    ).toMatchObject(refused("invalid_body", "[0].price.sellingPrice", "[0].stock.quantity"));
    for (const sellerExternalReference of ["", "x".repeat(201), "a\0b", "\ud800"])
      expect(await fill([{ sellerExternalReference }])).toMatchObject({
        status: 400,
        ...refused("invalid_body", "[0].sellerExternalReference"),
      });
    const unknown = {
      sellerExternalReference: "x",
      "more\0": "a\0b",
      price: { sellingPrice: 1, "\ud800": 2 },
    };
    expect((await fill([unknown])).status).toBe(202);
    expect((await fill(Array(100).fill({ sellerExternalReference: "x" }))).status).toBe(202);
  });
});

test("products are taken in under an id of their own, are no package of offers, and are found afterwards", async () => {
  const find = async () => (await call("GET", "/offer-packages?limit=1000")).body.items.length;
  const before = await find();
  const [{ categoryReference = "" } = {}] = (await call("GET", "/categories")).body.items as Record<
    string,
    string
  >[];
  const products = [{ gtin: "2000000000015", title: "Desk lamp", categoryReference }];
  const look = (gtin: string) => call("GET", `/products?gtin=${gtin}&fields=title,categoryReference`);
  const count = async () => Number((await call("GET", "/products/count")).body.count);
  const counted = await count();
  expect((await look("2000000000015")).body.items).toEqual([]);
  const sent = await call("POST", "/products-integration", { products });
  expect([sent.status, sent.body]).toEqual([202, { packageId: expect.stringMatching(/^[0-9a-f]{24}$/) }]);
  expect(await find()).toBe(before);
  expect((await call("GET", `/offer-packages/${sent.body.packageId}`)).status).toBe(404);
  expect((await look("2000000000015")).body.items).toEqual(products);
  expect((await call("GET", "/products?gtin=2000000000015")).body.items).toEqual([{ gtin: "2000000000015" }]);
  await call("POST", "/products-integration", { products: [{ ...products[0], title: "Desk lamp, sand" }] });
  expect((await look("2000000000015")).body.items).toMatchObject([{ title: "Desk lamp, sand" }]);
  expect(await count()).toBe(counted + 1);
  const nowhere = [...products, { ...products[0], categoryReference: "nowhere" }];
  const refused = await call("POST", "/products-integration", { products: nowhere });
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([
    422,
    ["products[1].categoryReference"],
  ]);
  expect(await count()).toBe(counted + 1);
});

describe("a discussion", () => {
  test("takes messages while it is open, is closed and opened again", async () => {
    const [open] = (await call("GET", "/discussions?isOpen=true")).body.items;
    const id = String(open?.discussionId);
    const say = (body: string) => call("POST", "/messages", { discussionId: id, body });
    const sent = await say("Your parcel left today.");
    expect(sent.status).toBe(201);
    const { body } = await call("GET", `/discussions/${id}`);
    expect(body.messages).toEqual([
      expect.objectContaining({ sender: "Customer" }),
      expect.objectContaining({
        sender: "Seller",
        messageId: sent.body.messageId,
        body: "Your parcel left today.",
      }),
    ]);
    const set = (value: boolean) =>
      call("PATCH", `/discussions/${id}`, [{ op: "replace", path: "/isOpen", value }]);
    const count = async () => Number((await call("GET", "/discussions/count?isOpen=true")).body.count);
    const before = await count();
    expect((await set(false)).status).toBe(204);
    expect(await count()).toBe(before - 1);
    expect(await say("Hello?")).toMatchObject({
      status: 422,
      ...refused("validation_failed", "discussionId"),
    });
    expect((await set(true)).status).toBe(204);
    expect((await say("Hello again")).status).toBe(201);
    expect(((await call("GET", `/discussions/${id}`)).body.messages as object[]).length).toBe(3);
  });
});

describe("every call that changes something", () => {
  const writing = operations.filter(({ method }) => method !== "GET");
  const target = (path: string) => path.replace(/\{\w+\}/, "1");

  test.each(writing.map(({ method, path, body }) => [method, path, body] as const))(
    "%s %s judges link, body and type in the contract's order",
    async (method, path, body) => {
      const at = target(path);
      const headers = { salesChannelId: "CDISFR" };
      expect((await call(method, at, body?.example, { seller: 104514, headers })).body.code).toBe(
        "seller_not_granted",
      );
      if (!body) return;
      for (const wrong of ["{", "null", '"x"', "5", "[[]]", '{"x":1}'])
        expect(await call(method, at, wrong, { headers })).toMatchObject({
          status: 400,
          ...refused("invalid_body"),
        });
      const example = JSON.stringify(body.example);
      const typed = (more: Record<string, string>) =>
        call(method, at, example, { headers: { ...headers, ...more } });
      expect((await typed({ accept: "text/html", "content-type": "text/plain" })).body.code).toBe(
        "not_acceptable",
      );
      expect((await typed({ "content-type": "text/plain" })).body.code).toBe("unsupported_media_type");
    },
  );

  test("is refused where the account has as much as is kept", async () => {
    const seller = 104513;
    const found = await orders("Accepted,InPreparation", { seller });
    const order = found.find(({ lines }) => lines.length > 1);
    const trackingUrl = `https://carriers.example/${"x".repeat(99_000)}`;
    const parcel = { parcelNumber: "1", carrierName: "Colis Poste", trackingUrl };
    const shipments = Array(10).fill({ ...parcel, orderLineIds: [order?.lines[0]?.orderLineId] });
    const ship = () => call("POST", `/orders/${order?.orderId}/shipments`, shipments, { seller });
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 9) statuses.push((await ship()).status);
    expect(statuses.slice(0, 3)).toEqual([204, 204, 204]);
    expect(await ship()).toMatchObject({ status: 429, ...refused("quota_exceeded") });
  });

  test("is none of the portal's own client, and of a client on an open account its own affair", async () => {
    await insertTestSeller(700982).catch(() => {});
    const open = { seller: 700982 };
    const [order] = await orders("WaitingAcceptance", open);
    const approve = (as: string) =>
      call(
        "POST",
        `/orders/${order?.orderId}/approval-status`,
        { approval_status: "Accepted" },
        { ...open, as },
      );
    expect((await approve("starter")).body.code).toBe("insufficient_scope");
    expect((await approve("other")).status).toBe(204);
    expect(
      (await call("GET", `/orders/${order?.orderId}`, undefined, { ...open, as: "other" })).body.status,
    ).toBe("Accepted");
    expect((await call("GET", `/orders/${order?.orderId}`, undefined, open)).body.status).toBe(
      "WaitingAcceptance",
    );
  });

  test("is no other method's", async () => {
    const answer = await call("DELETE", "/offer-packages");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect((await call("GET", "/messages")).headers.get("allow")).toBe("POST");
  });
});
