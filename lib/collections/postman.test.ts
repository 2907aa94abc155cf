import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { operations } from "../seller-data/operations";
import { testWords } from "./file-words.testing";
import { postmanCollection, postmanEnvironment } from "./postman";
import { openCollection } from "./postman.testing";

const secret = "a secret with + & % in it";
const calls: string[] = [];
let lifeSeconds = 7200;
let given = 0;

/** The marketplace's wire, as far as the collection speaks it. */
const upstream = createServer(async (request, response) => {
  calls.push(`${request.method} ${request.url}`);
  response.setHeader("content-type", "application/json");
  const form = new URLSearchParams(await text(request));
  if (request.url === "/token" && request.method === "POST") {
    const isKnown = form.get("client_id") === "O'Neil & Sons" && form.get("client_secret") === secret;
    if (form.get("grant_type") !== "client_credentials" || !isKnown) return response.writeHead(401).end("{}");
    given += 1;
    return response.end(JSON.stringify({ access_token: `token-${given}`, expires_in: lifeSeconds }));
  }
  const { authorization, sellerid, accept } = request.headers;
  const isGranted = authorization === `Bearer token-${given}` && sellerid === "98979";
  if (request.method !== "GET" || request.url !== "/seller/v2/sellers" || accept !== "application/json") {
    return response.writeHead(404).end("{}");
  }
  response.writeHead(isGranted ? 200 : 401).end('{"seller_id":98979}');
});
let values = { clientId: "O'Neil & Sons", sellerId: "98979", tokenUrl: "", sellerApiUrl: "" };
beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  values = { ...values, tokenUrl: `${origin}/token`, sellerApiUrl: `${origin}/seller/v2` };
});
afterAll(() => upstream.close());
beforeEach(() => {
  calls.length = 0;
  lifeSeconds = 7200;
});

/** Both files, opened, with the secret filled in as a reader would. */
function open(clientSecret = secret) {
  const collection = postmanCollection(values, testWords);
  const opened = openCollection(collection, postmanEnvironment(values));
  opened.values.set("clientSecret", clientSecret);
  const [tokenFolder, sellerFolder] = collection.item;
  const getToken = tokenFolder?.item[0];
  const getSeller = sellerFolder?.item[0];
  if (!getToken || !getSeller) throw new Error("a request is missing");
  return { ...opened, getToken, getSeller };
}

describe("the collection", () => {
  it("reaches 200 with nothing but the secret filled in", async () => {
    const { press, getSeller } = open();
    expect(await press(getSeller)).toEqual({ code: 200, body: '{"seller_id":98979}', failed: [] });
    expect(calls).toEqual(["POST /token", "GET /seller/v2/sellers"]);
  });

  it("keeps its token for the next request", async () => {
    const { press, getSeller, getToken } = open();
    expect(await press(getToken)).toMatchObject({ code: 200, failed: [] });
    await press(getSeller);
    expect(await press(getSeller)).toMatchObject({ code: 200 });
    expect(calls).toEqual(["POST /token", "GET /seller/v2/sellers", "GET /seller/v2/sellers"]);
  });

  it.each([
    ["has a minute left", 60, 2],
    ["has more than a minute left", 70, 1],
  ])("looks at the clock: the token %s", async (_, life, tokens) => {
    lifeSeconds = life;
    const { press, getSeller } = open();
    await press(getSeller);
    expect(await press(getSeller)).toMatchObject({ code: 200 });
    expect(calls.filter((call) => call === "POST /token")).toHaveLength(tokens);
  });

  it("asks anew when the clientId was changed", async () => {
    const { press, getSeller, values: kept } = open();
    await press(getSeller);
    kept.set("clientId", "somebody else");
    await expect(press(getSeller)).rejects.toThrow("No token: HTTP 401");
    expect(kept.get("accessToken")).toBe("");
  });

  it("says what to do where the secret is missing, and sends nothing", async () => {
    const { press, getSeller } = open("");
    await expect(press(getSeller)).rejects.toThrow(testWords.noSecret);
    expect(calls).toEqual([]);
  });
});

/** The parts of Postman's format 2.1.0 that are used, and nothing else. */
const event = z.strictObject({
  listen: z.enum(["prerequest", "test"]),
  script: z.strictObject({ type: z.literal("text/javascript"), exec: z.array(z.string().regex(/^[^\n]*$/)) }),
});
const pair = z.strictObject({ key: z.string().min(1), value: z.string(), type: z.string().optional() });
const described = pair.extend({ description: z.string(), disabled: z.literal(true).optional() });
const body = z.union([
  z.strictObject({ mode: z.literal("urlencoded"), urlencoded: z.array(pair) }),
  z.strictObject({
    mode: z.literal("raw"),
    raw: z.string().refine((text) => JSON.parse(text) !== null),
    options: z.strictObject({ raw: z.strictObject({ language: z.literal("json") }) }),
  }),
]);
const request = z.strictObject({
  name: z.string().min(1),
  event: z.array(event),
  request: z.strictObject({
    method: z.enum(["GET", "POST", "PATCH"]),
    description: z.string().min(1).optional(),
    auth: z.strictObject({ type: z.literal("noauth") }).optional(),
    header: z.array(pair),
    body: body.optional(),
    url: z.strictObject({
      raw: z.string(),
      host: z.array(z.string()),
      path: z.array(z.string()).optional(),
      query: z.array(described).optional(),
      variable: z.array(described).optional(),
    }),
  }),
  response: z.tuple([]),
});
const collectionFile = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.literal("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
  }),
  auth: z.strictObject({ type: z.literal("bearer"), bearer: z.array(pair) }),
  event: z.array(event),
  variable: z.array(pair),
  item: z.array(z.strictObject({ name: z.string().min(1), item: z.array(request) })),
});
const environmentFile = z.strictObject({
  name: z.string().min(1),
  values: z.array(pair.extend({ type: z.enum(["default", "secret"]), enabled: z.literal(true) })),
  _postman_variable_scope: z.literal("environment"),
});

describe("the files", () => {
  it("have the shape of the format", () => {
    expect(collectionFile.safeParse(postmanCollection(values, testWords)).error).toBeUndefined();
    expect(environmentFile.safeParse(postmanEnvironment(values)).error).toBeUndefined();
  });

  it("have the folders of the guide, with every operation once", () => {
    const { item } = postmanCollection(values, testWords);
    expect(item.map(({ name }) => name)).toEqual([
      "Token",
      "Seller Info",
      "Products referential",
      "Products management",
      "Offer management",
      "Orders management",
      "Discussions",
    ]);
    const [, seller] = item;
    expect(seller?.item[0]?.name).toBe("Get Seller Informations");
    const names = item.flatMap((folder) => folder.item.map(({ name }) => name));
    const wanted = operations.map(({ id }) => (id === "sellers.get" ? "Get Seller Informations" : id));
    expect(names.sort()).toEqual([...wanted, "Get a token"].sort());
  });

  it("hold the operations that were chosen, and no empty folder", () => {
    const { item } = postmanCollection(
      values,
      testWords,
      operations.filter(({ area }) => area === "orders"),
    );
    expect(item.map(({ name }) => name)).toEqual(["Token", "Orders management"]);
  });

  it("have what may be left out switched off, and what is required filled in", () => {
    const { item } = postmanCollection(values, testWords);
    const list = item.flatMap((folder) => folder.item).find(({ name }) => name === "offers.list")
      ?.request.url;
    const query = list?.query ?? [];
    expect(query.filter((one) => !one.disabled).map(({ key, value }) => [key, value])).toEqual([
      ["salesChannelId", "CDISFR"],
    ]);
    expect(query.length).toBeGreaterThan(3);
    expect(list?.raw).toBe("{{sellerApiUrl}}/offers?salesChannelId=CDISFR");
  });

  it("hold what was given and an empty place for the secret, whatever was given", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (clientId, sellerId) => {
        const file = postmanEnvironment({ ...values, clientId, sellerId });
        const found = Object.fromEntries(file.values.map(({ key, value, type }) => [key, [value, type]]));
        expect(found).toEqual({
          clientId: [clientId, "default"],
          clientSecret: ["", "secret"],
          sellerId: [sellerId, "default"],
          tokenUrl: [values.tokenUrl, "default"],
          sellerApiUrl: [values.sellerApiUrl, "default"],
          accessToken: ["", "secret"],
          packageId: ["", "default"],
        });
      }),
    );
  });

  it("hold nothing that looks like a secret, and leave certificate checks on", () => {
    const files = JSON.stringify([postmanCollection(values, testWords), postmanEnvironment(values)]);
    expect(files).not.toMatch(/mps_|eyJ|[A-Za-z0-9+/_]{32,}/);
    expect(files).not.toMatch(/strictSSL|rejectUnauthorized|protocolProfileBehavior|insecure/i);
    // The pattern does find a secret where there is one.
    expect(JSON.stringify(postmanEnvironment({ ...values, clientId: `mps_test_${"a".repeat(46)}` }))).toMatch(
      /mps_/,
    );
  });
});
