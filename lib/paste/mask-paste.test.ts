import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSecret } from "../secrets";
import type { Addresses } from "./finding";
import { readPaste } from "./read-paste";

const addresses: Addresses = {
  tokenUrl: "https://login.example.test/auth/realms/maas/protocol/openid-connect/token",
  sellerApiUrl: "https://api.example.test/seller/v2",
  issuer: "https://login.example.test/auth/realms/maas",
};

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((all) => all.join(""));
/** As this portal makes them, as Keycloak makes and made them, and as people make them. */
const secrets = fc.oneof(
  fc.constant(0).map(() => makeSecret()),
  letters(32, 32),
  fc.uuid({ version: 4 }),
  fc
    .tuple(letters(6, 12), fc.constantFrom("+", "%", "!", "/", "~"), letters(4, 10))
    .map((parts) => parts.join("")),
);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokens = letters(43, 43).map(
  (signature) =>
    `${part({ alg: "RS256", kid: "k", typ: "JWT" })}.${part({ iss: "x", azp: "demo", exp: 1 })}.${signature}`,
);
const inForm = (secret: string) => new URLSearchParams({ x: secret }).toString().slice(2);
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Where a secret or a token stands in what people paste; each text is recognised as something and shown in part. */
const settings: ((secret: string) => string)[] = [
  (x) =>
    `curl -d grant_type=client_credentials -d 'client_secret=${x}' ${addresses.tokenUrl.replace("maas", "mass")}`,
  (x) => `curl --data-urlencode "client_secret=${x}" https://oauth2.cdiscount.com/token`,
  (x) => `curl -u 'demo:${x}' https://oauth2.cdiscount.com/token`,
  (x) => `curl -H 'Authorization: Bearer ${x}' -H 'SellerId: none' ${addresses.sellerApiUrl}/sellers`,
  (x) => `curl -H 'Authorization: Token ${x}' ${addresses.sellerApiUrl}/sellers`,
  (x) => `curl -H 'Authorization: Bearer $T' -H 'SellerId: ${x}' ${addresses.sellerApiUrl}/sellers`,
  (x) => `POST https://oauth2.cdiscount.com/token?client_secret=${inForm(x)} ECONNREFUSED`,
  (x) => `Error: connect ECONNREFUSED client_secret=${inForm(x)}&grant_type=x`,
  (x) => `ERROR CERT_HAS_EXPIRED {"clientSecret":${JSON.stringify(x)}}`,
  (x) => `ERROR CERT_HAS_EXPIRED {\\"client_secret\\":\\"${x}\\"}`,
  (x) => `ETIMEDOUT Authorization: Basic ${base64(`demo:${x}`)}`,
  (x) => `ETIMEDOUT password: ${x}`,
  (x) => `invalid_client https://demo:${inForm(x)}@oauth2.cdiscount.com/token`,
  (x) =>
    `HTTP/1.1 400 Bad Request\n\n{"error":"invalid_request","error_description":"client_secret=${inForm(x)}"}`,
  (x) => `HTTP/1.1 302 Found\nLocation: https://x.test/?client_secret=${inForm(x)}\n\n`,
  (x) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><TokenId>${x}</TokenId></s:Envelope>`,
  (x) =>
    JSON.stringify({
      info: { name: `secret: ${x}` },
      item: [
        {
          name: "Token",
          request: {
            method: "POST",
            url: "https://sts.cdiscount.com/token",
            header: [{ key: "Authorization", value: `Basic ${base64(`demo:${x}`)}` }],
            body: { mode: "urlencoded", urlencoded: [{ key: "client_secret", value: x }] },
          },
        },
      ],
      variable: [{ key: "clientSecret", value: x }],
    }),
  (x) => JSON.stringify({ name: "Live", values: [{ key: "client_secret", value: x, enabled: true }] }),
  (x) =>
    JSON.stringify({
      name: "Old",
      requests: [
        {
          name: "a",
          method: "POST",
          url: "https://sts.cdiscount.com",
          headers: "",
          data: [{ key: "client_secret", value: x }],
        },
      ],
    }),
];

/** What is shown of a paste: everything but what `lookInto` takes out. */
function shown(text: string) {
  const { tokens: _tokens, secrets: _secrets, ...reading } = readPaste(text, addresses);
  return JSON.stringify(reading);
}

describe("what is shown of a paste", () => {
  it("holds no secret that stood in it, wherever and however it stood there", () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...settings), (secret, place) => {
        const text = shown(place(secret));
        for (const form of [secret, inForm(secret), base64(secret), base64(`demo:${secret}`)])
          expect(text).not.toContain(form);
      }),
      { numRuns: 600 },
    );
  });

  it("holds no token that stood in it, not even the part that proves it", () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(...settings), (token, place) => {
        const signature = token.split(".")[2] ?? "";
        expect(shown(place(token))).not.toContain(signature);
      }),
      { numRuns: 400 },
    );
  });

  it("still shows what decided", () => {
    const [finding] = readPaste(
      `Error: ECONNREFUSED api.example.test client_secret=${makeSecret()}`,
      addresses,
    ).findings;
    expect(finding?.line).toMatch(/^Error: ECONNREFUSED api\.example\.test client_secret=/);
  });
});

/** Of this process alone: whatever else the machine does meanwhile does not count. */
function secondsOf(work: () => unknown) {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

describe("a nasty text", () => {
  const size = 256 * 1024;
  const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const pieces = [
    "a",
    " ",
    "\n",
    "(",
    "{",
    "[",
    '"',
    "'",
    "\\",
    "%",
    "eyJ",
    "eyJ.",
    "-eyJ-",
    "eyJhbGciOiJub25lIn0.",
    "Basic ",
    "secret=",
    "secret=aaaa1&",
    "client_secret",
    '"key":"secret","value":"',
    "curl ",
    "curl -H '",
    "\ncurl x\n",
    "mps_test_",
    "mps_test_aaaaaa ",
    "HTTP/1.1 200\n",
    "< HTTP/1.1 200\n",
    "https://",
    "https://a:a@",
    "https://a.a.a.a.a.a.a.a.",
    "Protocol  : ",
    "Protocol         ",
    "doesn't match '",
    "status: ",
    "<a:",
    "<Envelope ",
    "Get",
    "GetAA",
    "client_id=A ",
    "seller_id=",
    "oauth2.cdiscount.com ",
    ".oauth2.cdiscount.com",
    "ENOTFOUND ",
    "-u a:",
    "\u0000",
    "é",
    "😀",
  ];
  it.each(pieces.map((piece) => [JSON.stringify(piece), filled(piece)]))(
    "of %s takes no second",
    (_piece, text) => {
      expect(secondsOf(() => readPaste(text, addresses))).toBeLessThan(1);
    },
  );

  it.each([
    ["[", "]"],
    ['{"item":[', "]}"],
    ['{"info":{},"item":[{"item":[', "]}]}"],
    ['{"info":{},"item":[{"request":{"url":"https://sts.cdiscount.com"}},{"item":[', "]}]}"],
  ])("of JSON nested without end (%s) neither takes long nor throws", (open, close) => {
    const depth = Math.floor(size / (open.length + close.length));
    const text = open.repeat(depth) + close.repeat(depth);
    expect(JSON.parse(text)).toBeDefined();
    expect(secondsOf(() => readPaste(text, addresses))).toBeLessThan(1);
  });

  it("of any characters is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => void readPaste(text, addresses)),
    );
    fc.assert(fc.property(fc.json(), (text) => void readPaste(text, addresses)));
  });
});
