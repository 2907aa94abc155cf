import type { RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import {
  answer,
  broken,
  bytes,
  canary,
  drip,
  dripHeaders,
  hints,
  html,
  json,
  never,
  oauth,
  picture,
  problem,
  quota,
  reset,
  seller,
  soap,
  zipped,
} from "./misbehaviour.testing";
import { operations } from "./operations";
import type { Order } from "./run-steps";
import type { VerdictCode } from "./verdicts";

/** What a token claims, beside what a good one does. */
export type Claims = Record<string, unknown>;

/** What one of the two servers does wrong, or what is asked of them. */
export type Fault = {
  token?: RequestListener;
  claims?: Claims;
  call?: RequestListener;
  order?: Partial<Order>;
};

/** A call that nobody waits for long. All others end by themselves, however slow the machine. */
const soon = { deadlineMs: 500 };

/** Every diagnosis that a call can end in, with a server that misbehaves so. */
export const faults: [VerdictCode, string, Fault][] = [
  ["ok", "a good call", {}],
  [
    "ok.but_empty",
    "an empty list",
    { call: json(200, { itemsPerPage: 20, items: [] }), order: { operation: operations["orders.list"] } },
  ],
  ["net.dns", "a host that does not exist", { order: { tokenUrl: "http://nothing.invalid/token" } }],
  [
    "net.retired_host",
    "a portal that was set up years ago",
    { order: { tokenUrl: "https://oauth2.cdiscount.com/auth/realms/maas/protocol/openid-connect/token" } },
  ],
  [
    "net.retired_host",
    "the same of the API, spelled in another way",
    { order: { sellerApiUrl: "https://STS.cdiscount.com./seller/v2" } },
  ],
  ["net.refused", "a token endpoint that hangs up", { token: reset }],
  ["net.refused", "an API that hangs up", { call: reset }],
  ["net.timeout", "a token endpoint without an answer", { token: never, order: soon }],
  ["net.timeout", "an API that drips", { call: drip, order: soon }],
  [
    "http.html_instead",
    "a sign-in page",
    { call: answer(200, "<!doctype html><title>Sign in</title>", html) },
  ],
  [
    "http.html_instead",
    "a block page at the token address",
    { token: answer(403, "<html>blocked</html>", html) },
  ],
  [
    "http.redirect",
    "an address that moved",
    { token: answer(301, "", { location: "https://elsewhere.test/" }) },
  ],
  [
    "http.redirect",
    "an API that sends to a sign-in",
    { call: answer(302, "", { location: `/login?t=${canary}` }) },
  ],
  [
    "token.method",
    "GET asked for",
    { token: oauth(405, "method_not_allowed", "", { allow: "POST, OPTIONS" }) },
  ],
  ["token.media_type", "a proxy that changes the type", { token: oauth(415, "unsupported_media_type") }],
  [
    "token.grant_missing",
    "a proxy that drops the body",
    { token: oauth(400, "invalid_request", "Missing form parameter: grant_type") },
  ],
  [
    "token.grant_wrong",
    "an issuer without this grant",
    { token: oauth(400, "unsupported_grant_type", "Unsupported grant_type") },
  ],
  ["token.client_unknown", "an unknown client", { token: oauth(401, "invalid_client") }],
  ["token.client_unknown", "the same of an older issuer", { token: oauth(400, "invalid_client") }],
  ["token.secret_wrong", "a wrong secret", { token: oauth(401, "unauthorized_client") }],
  [
    "token.client_suspended",
    "an issuer that says so",
    { token: oauth(401, "invalid_client", "Client disabled") },
  ],
  [
    "token.no_service_account",
    "a client half made",
    { token: oauth(401, "unauthorized_client", "Client not enabled to retrieve service account") },
  ],
  ["token.realm_404", "another realm", { token: json(404, { error: "Realm does not exist" }) }],
  [
    "token.rate_limited",
    "a token per call",
    { token: oauth(429, "temporarily_unavailable", "", { "retry-after": "60" }) },
  ],
  ["token.clock_skew", "a token of tomorrow", { claims: { iat: 4_000_000_000, exp: 4_000_007_200 } }],
  ["token.clock_skew", "a token of yesterday", { claims: { iat: 1_600_000_000, exp: 1_600_007_200 } }],
  ["auth.missing", "a proxy that drops the header", { call: problem(401, "token_missing") }],
  ["auth.expired", "a token that ran out", { call: problem(401, "token_expired") }],
  ["auth.expired", "a token that was withdrawn", { call: problem(401, "token_revoked") }],
  [
    "auth.wrong_issuer",
    "a token of another environment",
    { claims: { iss: "https://elsewhere.test" }, call: problem(401, "token_invalid") },
  ],
  [
    "auth.wrong_audience",
    "a token for another API",
    { claims: { aud: ["account"] }, call: problem(401, "token_invalid") },
  ],
  [
    "auth.role_missing",
    "a token without the role",
    { claims: { resource_access: {} }, call: problem(403, "insufficient_scope") },
  ],
  ["auth.role_missing", "the same of a gateway", { claims: { resource_access: {} }, call: answer(403) }],
  ["seller.header_missing", "a proxy that drops the SellerId", { call: problem(400, "seller_id_missing") }],
  ["seller.header_missing", "a proxy that doubles it", { call: problem(400, "seller_id_duplicate") }],
  [
    "seller.bad_format",
    "a shop's name",
    { call: problem(400, "seller_id_malformed"), order: { sellerId: "Maison Lumiere" } },
  ],
  ["seller.bad_format", "what no header can carry", { order: { sellerId: "9\r\nx: y" } }],
  ["seller.not_linked", "no link", { call: problem(403, "seller_not_granted") }],
  ["seller.unknown", "no such account", { call: json(404, { title: "Seller not found", status: 404 }) }],
  ["seller.closed", "a closed shop", { call: json(200, { ...seller, seller_state: "Deactivated" }) }],
  ["seller.open_quota", "the open test seller is busy", { call: problem(429, "quota_exceeded", {}, quota) }],
  ["api.path_404", "no such route", { call: problem(404, "not_found") }],
  [
    "api.path_404",
    "the same of a gateway",
    { call: json(404, { statusCode: 404, message: "Resource not found" }) },
  ],
  ["api.method_405", "another method", { call: problem(405, "method_not_allowed", {}, { allow: "GET" }) }],
  ["api.accept_406", "another type asked for", { call: problem(406, "not_acceptable") }],
  ["api.media_415", "a body of another type", { call: problem(415, "unsupported_media_type") }],
  [
    "api.validation",
    "a bad parameter",
    { call: problem(400, "invalid_parameter", { errors: { pageSize: ["at most 100"] } }) },
  ],
  [
    "api.validation",
    "a body that does not fit",
    { call: problem(422, "validation_failed", { errors: { "/state": ["Ready"] } }) },
  ],
  ["api.conflict", "two at once", { call: problem(409, "conflict") }],
  [
    "api.rate_limited",
    "too many calls",
    { call: problem(429, "quota_exceeded", {}, { "retry-after": "7" }) },
  ],
  ["api.server", "an error over there", { call: problem(500, "internal_error") }],
  [
    "api.gateway",
    "a gateway with nothing behind it",
    { call: answer(502, "<html>Bad gateway</html>", html) },
  ],
  [
    "api.gateway",
    "a token endpoint under load",
    { token: oauth(503, "temporarily_unavailable", "", { "retry-after": "5" }) },
  ],
  [
    "api.maintenance",
    "an announced pause",
    { call: problem(503, "unavailable", {}, { "retry-after": "3600" }) },
  ],
  ["api.maintenance", "a page that says so", { call: answer(503, "<h1>Planned maintenance</h1>", html) }],
  ["api.empty", "nothing", { call: answer(200) }],
  ["api.empty", "a token endpoint with nothing", { token: answer(200) }],
  ["api.body_unreadable", "broken JSON", { call: answer(200, '{"seller_id":1') }],
  ["api.body_unreadable", "another shape", { call: json(200, { seller_id: "1" }) }],
  ["api.body_unreadable", "cut in the middle", { call: broken }],
  ["api.body_unreadable", "ten megabytes", { call: answer(200, `"${"x".repeat(10_000_000)}"`) }],
  [
    "api.body_unreadable",
    "a small file that unpacks to ten megabytes",
    { call: zipped(gzipSync(Buffer.alloc(10_000_000, 32)), "gzip") },
  ],
  [
    "api.body_unreadable",
    "the same in another packing",
    { call: zipped(brotliCompressSync(Buffer.alloc(10_000_000, 32)), "br") },
  ],
  [
    "api.body_unreadable",
    "a packing that it is not",
    { call: zipped(Buffer.from(JSON.stringify(seller)), "gzip") },
  ],
  [
    "api.body_unreadable",
    "a packing that nobody knows",
    { call: zipped(Buffer.from(JSON.stringify(seller)), "zstd-9") },
  ],
  [
    "api.body_unreadable",
    "another charset",
    {
      call: answer(200, Buffer.from('{"seller_id":1,"shop_name":"Lumi\xe8re"}', "latin1"), {
        "content-type": "application/json; charset=utf-8",
      }),
    },
  ],
  ["api.body_unreadable", "nothing but zeros", { call: answer(200, Buffer.alloc(2000)) }],
  ["api.body_unreadable", "a picture", { call: answer(200, picture, { "content-type": "image/png" }) }],
  ["api.body_unreadable", "brackets without end", { call: answer(200, "[".repeat(200_000)) }],
  [
    "ok",
    "brackets in brackets beside what was asked for",
    {
      call: answer(200, `{"seller_id":1,"shop_name":"x","y":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    },
  ],
  ["api.body_unreadable", "what is no HTTP", { token: bytes("SSH-2.0-OpenSSH_9.6\r\n") }],
  [
    "api.body_unreadable",
    "headers without end",
    { call: bytes(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(20_000)}`) },
  ],
  [
    "api.body_unreadable",
    "pieces of a size that is none",
    { call: bytes(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${"z".repeat(300)}\r\n`) },
  ],
  [
    "api.body_unreadable",
    "two lengths",
    { call: bytes('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{"a":1}') },
  ],
  [
    "unknown",
    "an upgrade that nobody asked for",
    { call: bytes("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n") },
  ],
  ["net.refused", "a connection that ends without an answer", { call: bytes("") }],
  ["net.timeout", "hints without end", { call: hints, order: soon }],
  ["net.timeout", "headers that drip", { token: dripHeaders, order: soon }],
  ["api.body_unreadable", "a token endpoint without a token", { token: json(200, { token_type: "Bearer" }) }],
  [
    "client.legacy_soap",
    "the interface that came before",
    { call: answer(200, soap, { "content-type": "text/xml" }) },
  ],
  ["unknown", "a teapot", { call: answer(418, "short and stout") }],
];
