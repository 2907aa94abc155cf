import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  shuffledSubarray,
  string,
  tuple,
  uint8Array,
} from "fast-check";
import type { Kind } from "@/lib/paste/finding";

/** Where the configured services are, for a reader that asks. */
export const addresses = {
  tokenUrl: "https://login.example.test/auth/realms/maas/protocol/openid-connect/token",
  sellerApiUrl: "https://api.example.test/seller/v2",
  issuer: "https://login.example.test/auth/realms/maas",
};

/** A text that somebody may paste, and what it was made as: its kind, and what is wrong with it. */
export type Pasted = { text: string; kind: Kind; codes: string[] };

/** What the Seller API calls it -> what it is. */
const problems: Record<string, [number, string]> = {
  seller_not_granted: [403, "seller.not_linked"],
  seller_id_missing: [400, "seller.header_missing"],
  seller_id_malformed: [400, "seller.bad_format"],
  token_expired: [401, "auth.expired"],
  token_missing: [401, "auth.missing"],
  quota_exceeded: [429, "api.rate_limited"],
  not_acceptable: [406, "api.accept_406"],
  unsupported_media_type: [415, "api.media_415"],
};
const problem = tuple(constantFrom(...Object.keys(problems)), integer({ min: 0, max: 4 }), string()).map(
  ([code, indent, detail]) => {
    const [status = 0, verdict = ""] = problems[code] ?? [];
    const body = JSON.stringify({ type: "about:blank", title: "No", status, detail, code }, null, indent);
    return { body, status, codes: [verdict] };
  },
);

const json: Arbitrary<Pasted> = tuple(problem, constantFrom("", " ", "\n\n")).map(
  ([{ body, codes }, blank]) => ({
    text: blank + body + blank,
    kind: "json",
    codes,
  }),
);

const answer: Arbitrary<Pasted> = record({
  problem,
  version: constantFrom("1.1", "2", "1.0"),
  line: constantFrom("\n", "\r\n"),
  headers: shuffledSubarray([
    "Content-Type: application/problem+json",
    "Date: Sun, 22 Nov 2026 10:00:00 GMT",
    "Cache-Control: no-store",
    "X-Request-Id: 0198c0de-0000-7000-8000-000000000000",
  ]),
}).map(({ problem: { body, status, codes }, version, line, headers }) => ({
  text: [`HTTP/${version} ${status} No`, ...headers, "", body].join(line),
  kind: "answer",
  codes,
}));

const log: Arbitrary<Pasted> = tuple(
  constantFrom(
    ["Error: getaddrinfo ENOTFOUND api.exampel.test", "net.dns"] as const,
    ["Error: connect ECONNREFUSED 127.0.0.1:3001", "net.refused"] as const,
    ["cURL error 28: Operation timed out after 10001 milliseconds", "net.timeout"] as const,
    ["Error: certificate has expired, code: 'CERT_HAS_EXPIRED'", "tls.expired"] as const,
    [
      "sun.security.validator.ValidatorException: PKIX path building failed",
      "tls.self_signed_chain",
    ] as const,
  ),
  constantFrom("", "2026-11-22T10:00:00Z ERROR ", "[shop-sync] ", "    "),
  constantFrom("", "\n    at main (/srv/shop/sync.js:10:4)", "\nretrying in 5 s"),
).map(([[line, code], before, after]) => ({ text: before + line + after, kind: "log", codes: [code] }));

/** A call with or without faults, and what they are called. */
const call = record({
  seller: constantFrom(["104512"], [], ["0104512"], ["Maison"], ["1", "1"]),
  isVerified: boolean(),
  isObsolete: boolean(),
}).map(({ seller, isVerified, isObsolete }) => {
  const headers = [
    ["Authorization", "Bearer {{token}}"],
    ...seller.map((id) => ["SellerId", id]),
    ...(isObsolete ? [["Ocp-Apim-Subscription-Key", "{{key}}"]] : []),
  ] as [string, string][];
  const codes: string[] = [];
  if (seller.length !== 1) codes.push("seller.header_missing");
  else if (seller[0] !== "104512") codes.push("seller.bad_format");
  if (!isVerified) codes.push("verification_off");
  if (isObsolete) codes.push("obsolete_header");
  if (codes.length === 0) codes.push("nothing_wrong");
  return { headers, url: `${addresses.sellerApiUrl}/orders?pageIndex=1&pageSize=20`, isVerified, codes };
});

const command: Arbitrary<Pasted> = record({
  call,
  quote: constantFrom("'", '"'),
  option: constantFrom("-H ", "--header "),
  order: array(nat(9), { minLength: 9, maxLength: 9 }),
  joint: constantFrom(" ", " \\\n  ", " ^\r\n  ", "  "),
}).map(({ call: { headers, url, isVerified, codes }, quote, option, order, joint }) => {
  const parts = [
    ...headers.map(([name, value]) => `${option}${quote}${name}: ${value}${quote}`),
    `${quote}${url}${quote}`,
    "--max-time 10",
    ...(isVerified ? [] : ["-k"]),
  ];
  const mixed = parts.map((part, i) => [order[i] ?? 0, part] as const).sort(([a], [b]) => a - b);
  return { text: ["curl", ...mixed.map(([, part]) => part)].join(joint), kind: "command", codes };
});

const collection: Arbitrary<Pasted> = record({ call, depth: nat(4), indent: nat(4), name: string() }).map(
  ({ call: { headers, url, isVerified, codes }, depth, indent, name }) => {
    const header = headers.map(([key, value]) => ({ key, value }));
    const settings = isVerified ? {} : { protocolProfileBehavior: { strictSSL: false } };
    let item: object = { name, request: { method: "GET", header, url: { raw: url }, ...settings } };
    for (let i = 0; i < depth; i++) item = { name: `folder ${i}`, item: [item] };
    const text = JSON.stringify({ info: { name }, item: [item] }, null, indent);
    return { text, kind: "collection", codes };
  },
);

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
const token: Arbitrary<Pasted> = record({
  claims: record({ exp: nat(), azp: string(), iss: constantFrom(addresses.issuer, "https://x.test") }),
  signature: uint8Array({ minLength: 256, maxLength: 256 }),
  before: constantFrom("", "Bearer ", "Authorization: Bearer ", '"'),
}).map(({ claims, signature, before }) => {
  const head = part({ alg: "RS256", typ: "JWT", kid: "k1" });
  const raw = [head, part(claims), Buffer.from(signature).toString("base64url")].join(".");
  return { text: `${before}${raw}${before === '"' ? before : ""}`, kind: "token", codes: [] };
});

/** Everything above, one at a time. */
export const pasted: Arbitrary<Pasted> = oneof(json, answer, log, command, collection, token);
