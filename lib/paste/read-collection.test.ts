import { describe, expect, it } from "vitest";
import { makeSecret } from "../secrets";
import type { Addresses } from "./finding";
import { mendCollection } from "./mend-collection";
import { readPaste } from "./read-paste";

const addresses: Addresses = {
  tokenUrl: "https://login.example.test/auth/realms/maas/protocol/openid-connect/token",
  sellerApiUrl: "https://api.example.test/seller/v2",
  issuer: "https://login.example.test/auth/realms/maas",
};
const read = (file: object) => readPaste(JSON.stringify(file), addresses);
const secret = makeSecret();
const old =
  "https://oauth2.cdiscount.com/auth/realms/maas-international-sellers/protocol/openid-connect/token";

const collection = {
  info: {
    name: "Seller API",
    schema: "https://schema.getpostman.com/json/collection/v2.0.0/collection.json",
  },
  item: [
    {
      name: "Token",
      request: {
        method: "POST",
        url: old,
        header: [],
        body: {
          mode: "urlencoded",
          urlencoded: [
            { key: "grant_type", value: "password" },
            { key: "username", value: "ada" },
            { key: "password", value: "hunter22" },
            { key: "client_id", value: "demo" },
            { key: "client_secret", value: secret },
          ],
        },
      },
    },
    {
      name: "Orders",
      item: [
        {
          name: "List",
          protocolProfileBehavior: { strictSSL: false },
          request: {
            method: "GET",
            url: {
              raw: "{{base}}/seller/v2/orders?pageSize=10",
              host: ["{{base}}"],
              path: ["seller", "v2", "orders"],
            },
            header: [
              { key: "Ocp-Apim-Subscription-Key", value: "0123456789abcdef0123456789abcdef" },
              { key: "SellerId", value: "{{sellerId}}" },
              { key: "Authorization", value: "Bearer {{token}}" },
            ],
            protocolProfileBehavior: { strictSSL: false },
          },
        },
      ],
    },
  ],
};

describe("an old collection", () => {
  it("is listed: retired address, obsolete header, checking off, secret in clear, password grant", () => {
    const seen = read(collection);
    expect(seen.kinds).toEqual(expect.arrayContaining(["collection"]));
    expect(seen.findings.map(({ code }) => code)).toEqual(["net.retired_host", "token.grant_wrong"]);
    expect(seen.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["obsolete_header", "verification_off", "secret_in_clear"]),
    );
    expect(seen.collection?.requests.map(({ name, codes }) => [name, codes.length > 0])).toEqual([
      ["Token", true],
      ["List", true],
    ]);
  });

  it("comes back mended, and clean when it is read again", () => {
    const { mended } = read(collection).collection ?? {};
    expect(mended).not.toMatch(/cdiscount|Ocp-Apim|hunter22|"password"|"strictSSL": false/);
    expect(mended).not.toContain(secret);
    const again = read(JSON.parse(mended ?? ""));
    expect([again.findings, again.notes.map(({ code }) => code)]).toEqual([[], ["nothing_wrong"]]);
    const [token] = JSON.parse(mended ?? "").item;
    expect(token.request.url).toBe(addresses.tokenUrl);
    expect(token.request.body.urlencoded).toEqual([
      { key: "grant_type", value: "client_credentials" },
      { key: "client_id", value: "demo" },
      { key: "client_secret", value: "{{clientSecret}}" },
    ]);
  });

  it("gets the SellerId header where a call lacks it, and keeps the one it has", () => {
    const item = ["SellerId", "Accept"].map((key) => ({
      name: key,
      request: {
        method: "GET",
        url: "https://api.example.test/seller/v2/orders",
        header: [{ key, value: "1" }],
      },
    }));
    const { mended } = read({ info: { name: "x" }, item }).collection ?? {};
    const kept = JSON.parse(mended ?? "").item as { request: { header: object[] } }[];
    expect(kept.map(({ request }) => request.header)).toEqual([
      [{ key: "SellerId", value: "1" }],
      [
        { key: "Accept", value: "1" },
        { key: "SellerId", value: "{{sellerId}}" },
      ],
    ]);
  });

  it("of format 1 becomes one of 2.1", () => {
    const first = {
      name: "Old",
      requests: [
        {
          name: "Token",
          method: "POST",
          url: old,
          headers: "Accept: application/json\nOcp-Apim-Subscription-Key: abc\n",
          dataMode: "urlencoded",
          data: [
            { key: "grant_type", value: "client_credentials" },
            { key: "client_secret", value: secret },
          ],
        },
        {
          name: "Sellers",
          method: "GET",
          url: "https://api.example.test/seller/v1/seller-info",
          headers: "SellerId: 1",
        },
      ],
    };
    const seen = read(first);
    expect(seen.collection?.format).toBe("v1");
    expect(seen.findings.map(({ code }) => code)).toContain("net.retired_host");
    expect(seen.collection?.requests.map(({ instead }) => instead)).toEqual([null, "GET /seller/v2/sellers"]);
    const mended = JSON.parse(seen.collection?.mended ?? "");
    expect(mended.info.schema).toContain("v2.1.0");
    expect(mended.item[0].request).toEqual({
      method: "POST",
      url: addresses.tokenUrl,
      header: [{ key: "Accept", value: "application/json" }],
      body: {
        mode: "urlencoded",
        urlencoded: [
          { key: "grant_type", value: "client_credentials" },
          { key: "client_secret", value: "{{clientSecret}}" },
        ],
      },
    });
  });

  it.each([
    ["GET", "https://api.example.test/seller/v2/orders", null],
    ["GET", "{{base}}/seller/v2/orders/{{orderId}}", null],
    ["GET", "https://api.example.test/seller/v2/unicorns", ""],
    ["GET", "https://api.example.test/seller/v2/invoices/7/documents", null],
    ["POST", "https://api.example.test/seller/v1/offers", "POST /seller/v2/offer-packages"],
    ["GET", "https://api.example.test/v1/orders/{{id}}", "GET /seller/v2/orders/{orderId}"],
    ["PUT", "{{base}}/v1/orders/7", "POST /seller/v2/orders/{orderId}/approval-status"],
    ["GET", "https://api.example.test/seller/v1/offers", "GET /seller/v2/offers"],
    ["GET", "https://api.example.test/v1/orders", "GET /seller/v2/orders"],
    [
      "POST",
      "https://api.example.test/seller/v1/orders/1/shipments",
      "POST /seller/v2/orders/{orderId}/shipments",
    ],
    ["GET", "https://elsewhere.test/ping", null],
    ["POST", "https://sts.cdiscount.com/users/httpIssue.svc/?realm=x", null],
  ])("%s %s is replaced by %j", (method, url, instead) => {
    const seen = read({ info: { name: "x" }, item: [{ name: "a", request: { method, url } }] });
    expect(seen.collection?.requests[0]?.instead).toBe(instead);
  });

  it("of the SOAP interface says what each action is now", () => {
    const header = [
      { key: "SOAPAction", value: "http://www.cdiscount.com/IMarketplaceAPIService/GetOrderList" },
    ];
    const url = "https://wsvc.cdiscount.com/MarketplaceAPIService.svc";
    const seen = read({
      info: { name: "x" },
      item: [{ name: "a", request: { method: "POST", url, header } }],
    });
    expect(seen.findings.map(({ code }) => code)).toEqual(["client.legacy_soap"]);
    expect(seen.collection?.requests[0]?.instead).toBe("GET /seller/v2/orders");
  });
});

describe("an environment", () => {
  const environment = {
    name: "Live",
    values: [
      { key: "clientSecret", value: secret, enabled: true },
      { key: "tokenUrl", value: old, enabled: true },
      { key: "sellerId", value: "104512", enabled: true },
    ],
  };
  it("with a secret in clear and a retired address is listed and mended", () => {
    const seen = read(environment);
    expect(seen.kinds).toContain("environment");
    expect(seen.findings.map(({ code }) => code)).toEqual(["net.retired_host"]);
    expect(seen.notes.map(({ code }) => code)).toContain("secret_in_clear");
    expect(JSON.parse(seen.collection?.mended ?? "").values).toEqual([
      { key: "clientSecret", value: "", enabled: true, type: "secret" },
      { key: "tokenUrl", value: addresses.tokenUrl, enabled: true },
      { key: "sellerId", value: "104512", enabled: true },
    ]);
  });
});

it("what is no file of Postman cannot be mended", () => {
  for (const other of [null, [], {}, { item: 1 }, "x"])
    expect(mendCollection(other, addresses, new Set())).toBeNull();
});
