import newman, { type Summary } from "newman";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPaste } from "@/lib/paste/read-paste";
import { exampleOf, findById } from "@/lib/seller-data/example";
import {
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  startSandbox,
} from "@/sandbox/testing";

const sellerId = 104512;
const password = "hunter22-and-more";
const key = "0123456789abcdef0123456789abcdef";
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("old-shop-sync");
  await insertTestSeller(sellerId);
  await insertTestLink(client, sellerId);
});
afterAll(() => sandbox.stop());

const soap = (action: string) => ({
  name: action,
  request: {
    method: "POST",
    url: "https://wsvc.cdiscount.com/MarketplaceAPIService.svc",
    header: [
      { key: "Content-Type", value: "text/xml" },
      { key: "SOAPAction", value: `http://www.cdiscount.com/IMarketplaceAPIService/${action}` },
    ],
    body: { mode: "raw", raw: `<s:Envelope><Password>${password}</Password></s:Envelope>` },
  },
});
const rest = (method: string, path: string, more = {}) => ({
  name: `${method} ${path}`,
  event: [
    { listen: "test", script: { exec: ["pm.test('old', () => pm.response.json().Old.should.exist);"] } },
  ],
  request: {
    method,
    url: { raw: `{{base}}${path}`, host: ["{{base}}"], path: path.slice(1).split("/") },
    header: [
      { key: "Ocp-Apim-Subscription-Key", value: key },
      { key: "SellerId", value: "{{mySeller}}" },
    ],
    ...more,
  },
  response: [{ name: "saved", body: "{}" }],
});
const strictSSL = { protocolProfileBehavior: { strictSSL: false } };

/** A collection of former years: every interface there was, and what people did to it. */
const old = () => ({
  info: { name: "Shop sync", schema: "https://schema.getpostman.com/json/collection/v2.0.0/collection.json" },
  item: [
    {
      name: "Token",
      request: {
        method: "POST",
        url: "https://oauth2.cdiscount.com/auth/realms/maas-international-sellers/protocol/openid-connect/token",
        body: {
          mode: "urlencoded",
          urlencoded: [
            { key: "grant_type", value: "password" },
            { key: "password", value: password },
            { key: "client_id", value: client.clientId },
            { key: "client_secret", value: client.secret },
          ],
        },
      },
    },
    { name: "SOAP", item: [soap("GetOrderList"), soap("ValidateOrderList"), soap("GetGlobalConfiguration")] },
    {
      name: "REST",
      item: [
        rest("GET", "/v1/seller-info"),
        rest("GET", "/v1/orders?pageSize=2", strictSSL),
        rest("GET", "/v1/orders/4711"),
        rest("POST", "/v1/orders/4711/shipments", { body: { mode: "raw", raw: "{}" } }),
        rest("GET", "/v1/offers"),
        rest("POST", "/v1/offers", {
          auth: { type: "basic", basic: [{ key: "password", value: password }] },
        }),
        rest("GET", "/v1/discussions"),
        rest("GET", "/v1/unicorns", strictSSL),
        rest("GET", "/seller/v2/carriers", strictSSL),
      ],
    },
  ],
});

type Item = { name: string; item?: Item[]; request?: { method: string; url: string; description?: string } };

function mend() {
  const addresses = {
    tokenUrl: `${sandbox.origin}/auth/realms/maas/protocol/openid-connect/token`,
    sellerApiUrl: `${sandbox.origin}/seller/v2`,
    issuer: `${sandbox.origin}/auth/realms/maas`,
  };
  const { collection } = readPaste(JSON.stringify(old()), addresses);
  const text = collection?.mended ?? "";
  return { text, file: JSON.parse(text) as { item: Item[] }, addresses };
}

const requestsOf = (items: Item[]): Item[] =>
  items.flatMap((one) => (one.item ? requestsOf(one.item) : [one]));

describe("an old collection, mended", () => {
  it("has today's calls in the place of those that were, and marks what nothing replaces", () => {
    const { file } = mend();
    const api = `${sandbox.origin}/seller/v2`;
    const seen = requestsOf(file.item).map(({ name, request }) => [name, request?.method, request?.url]);
    expect(seen.slice(0, -2)).toEqual([
      ["Token", "POST", `${sandbox.origin}/auth/realms/maas/protocol/openid-connect/token`],
      ["GetOrderList", "GET", `${api}/orders`],
      ["ValidateOrderList", "POST", `${api}/orders/{{orderId}}/approval-status`],
      ["⚠ GetGlobalConfiguration", "POST", "https://wsvc.cdiscount.com/MarketplaceAPIService.svc"],
      ["GET /v1/seller-info", "GET", `${api}/sellers`],
      ["GET /v1/orders?pageSize=2", "GET", `${api}/orders?pageSize=2`],
      ["GET /v1/orders/4711", "GET", `${api}/orders/{{orderId}}`],
      ["POST /v1/orders/4711/shipments", "POST", `${api}/orders/{{orderId}}/shipments`],
      ["GET /v1/offers", "GET", `${api}/offers?salesChannelId=CDISFR`],
      ["POST /v1/offers", "POST", `${api}/offer-packages`],
      ["GET /v1/discussions", "GET", `${api}/discussions`],
    ]);
    // What was tested and saved of the old answers fits the new ones no more.
    const [, , , , replaced] = requestsOf(file.item);
    expect(Object.keys(replaced ?? {})).toEqual(["name", "request"]);
    const [kept, own] = requestsOf(file.item).slice(-2);
    expect(Object.keys(kept ?? {})).toEqual(expect.arrayContaining(["event", "response"]));
    const raw = (path: string) => ({ raw: `{{base}}${path}` });
    expect(kept).toMatchObject({ name: "⚠ GET /v1/unicorns", request: { url: raw("/v1/unicorns") } });
    expect(own).toMatchObject({
      name: "GET /seller/v2/carriers",
      request: { url: raw("/seller/v2/carriers") },
    });
    expect(requestsOf(file.item)[1]?.request?.description).toBe(
      "POST /MarketplaceAPIService.svc http://www.cdiscount.com/IMarketplaceAPIService/GetOrderList → GET /orders",
    );
  });

  it("holds no secret, checks certificates, and is no worse when it is mended again", () => {
    const { text, addresses } = mend();
    for (const secret of [password, key, client.secret]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"strictSSL": false|Ocp-Apim|oauth2\.cdiscount/);
    const again = readPaste(text, addresses);
    expect(again.notes.map(({ code }) => code)).not.toContain("verification_off");
    expect(again.collection?.mended).toBe(text);
  });

  it("runs: newman gets a good answer to every request that has a place in today's API", async () => {
    const { file } = mend();
    const approve = findById("orders.approve");
    if (!approve) throw new Error("the operation is missing");
    const values = {
      base: sandbox.origin,
      mySeller: String(sellerId),
      sellerId: String(sellerId),
      clientSecret: client.secret,
      accessToken: await fetchToken(sandbox.origin, client),
      orderId: exampleOf(approve, sellerId).values.orderId ?? "",
    };
    const isKept = ({ name }: Item) => name.startsWith("⚠");
    const own = requestsOf(file.item).filter((one) => !isKept(one));
    // What was right already keeps what it had: its token came from outside.
    const collection = { ...file, item: own.filter(({ name }) => name !== "GET /seller/v2/carriers") };
    const environment = {
      name: "Mine",
      values: Object.entries(values).map(([key, value]) => ({ key, value })),
    };
    const summary = await new Promise<Summary>((resolve, reject) => {
      newman.run({ collection, environment }, (error, done) => (error ? reject(error) : resolve(done)));
    });
    expect(summary.run.failures).toEqual([]);
    const statuses = summary.run.executions.map(({ item, response }) => [item.name, response?.code]);
    expect(statuses).toHaveLength(collection.item.length);
    expect(statuses.filter(([, status]) => Number(status) < 200 || Number(status) > 299)).toEqual([]);
  }, 120_000);
});
