import { describe, expect, it } from "vitest";
import { type Answer, answerCap } from "./exchange";
import { type Asked, judgeCallAnswer, judgeShape } from "./judge-call-answer";
import { judgeClaims } from "./judge-claims";
import { judgeFault } from "./judge-fault";
import { judgeTokenAnswer } from "./judge-token-answer";
import { verdicts } from "./verdicts";

const jsonType = { "content-type": "application/json" };
const recorded = (status: number, body: unknown, headers: Record<string, string> = jsonType): Answer => ({
  status,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
  cut: false,
});
const oauth = (error: string) => ({
  error,
  error_description: "Invalid client or Invalid client credentials",
});
const problem = (status: number, code: string, headers = {}) =>
  recorded(
    status,
    { title: code, status, code, traceId: "t" },
    { "content-type": "application/problem+json", ...headers },
  );
const asked = (over: Partial<Asked> = {}): Asked => ({
  operation: { id: "sellers.get", path: "/sellers", role: "SELLERS_GET" },
  token: null,
  expectedIssuer: "https://here.test",
  ...over,
});
const page = "<html><head><title>Blocked</title></head></html>";
const seller = { seller_id: 104512, shop_name: "Maison Lumiere" };

describe("answers of the token endpoint", () => {
  it.each([
    ["ok", recorded(200, { access_token: "abc.def.ghi", expires_in: 7200 })],
    ["token.client_unknown", recorded(401, oauth("invalid_client"))],
    ["token.secret_wrong", recorded(401, oauth("unauthorized_client"))],
    ["token.secret_wrong", recorded(400, oauth("unauthorized_client"))],
    ["token.rate_limited", recorded(429, { error: "temporarily_unavailable" }, { "retry-after": "60" })],
    ["token.rate_limited", recorded(429, "")],
    ["api.gateway", recorded(503, { error: "temporarily_unavailable" })],
    ["api.gateway", recorded(504, page, { "content-type": "text/html" })],
    ["api.maintenance", recorded(503, "", { "retry-after": "3600" })],
    ["api.maintenance", recorded(503, "", { "retry-after": "Fri, 31 Dec 2049 23:59:59 GMT" })],
    ["api.maintenance", recorded(503, "<h1>Planned maintenance</h1>", { "content-type": "text/html" })],
    [
      "client.legacy_soap",
      recorded(200, '<?xml version="1.0"?><s:Envelope xmlns:s="x">', { "content-type": "text/xml" }),
    ],
    ["token.method", recorded(405, { error: "method_not_allowed" }, { ...jsonType, allow: "POST, OPTIONS" })],
    ["token.media_type", recorded(415, { error: "unsupported_media_type" })],
    [
      "token.grant_missing",
      recorded(400, { error: "invalid_request", error_description: "Missing form parameter: grant_type" }),
    ],
    ["token.grant_wrong", recorded(400, { error: "unsupported_grant_type" })],
    [
      "token.no_service_account",
      recorded(401, {
        error: "unauthorized_client",
        error_description: "Client not enabled to retrieve service account",
      }),
    ],
    [
      "token.client_suspended",
      recorded(401, { error: "invalid_client", error_description: "Client disabled" }),
    ],
    ["token.realm_404", recorded(404, { error: "Realm does not exist" })],
    ["token.realm_404", recorded(404, "")],
    ["http.html_instead", recorded(200, page, { "content-type": "text/html; charset=utf-8" })],
    ["http.html_instead", recorded(404, page, {})],
    ["http.redirect", recorded(301, "", { location: "https://example.test/" })],
    ["api.empty", recorded(200, "")],
    ["api.body_unreadable", recorded(200, "[]")],
    ["api.body_unreadable", recorded(200, { access_token: "two words" })],
    ["unknown", recorded(400, { error: "invalid_request" })],
  ])("%s", (code, answer) => expect(judgeTokenAnswer(answer).code).toBe(code));

  it("a token is handed on only when there is one", () => {
    expect(judgeTokenAnswer(recorded(200, { access_token: "abc.def.ghi" })).token).toBe("abc.def.ghi");
    expect(judgeTokenAnswer(recorded(401, { ...oauth("invalid_client"), access_token: "abc" })).token).toBe(
      "",
    );
  });
});

describe("answers of the Seller API", () => {
  const quota = (left: number) => ({ "retry-after": "12", ratelimit: `"seller";r=${left};t=12` });
  it.each([
    ["ok", recorded(200, seller)],
    ["seller.not_linked", problem(403, "seller_not_granted")],
    ["seller.not_linked", recorded(403, "")],
    ["seller.bad_format", problem(400, "seller_id_malformed")],
    [
      "seller.bad_format",
      recorded(400, { title: "One or more validation errors", errors: { SellerId: ["wrong"] } }),
    ],
    ["seller.header_missing", problem(400, "seller_id_missing")],
    ["seller.header_missing", problem(400, "seller_id_duplicate")],
    ["seller.open_quota", problem(429, "quota_exceeded", quota(0))],
    ["seller.unknown", recorded(404, { title: "Seller not found", status: 404 })],
    ["api.rate_limited", problem(429, "quota_exceeded", { "retry-after": "1" })],
    ["api.rate_limited", problem(429, "quota_exceeded", quota(7))],
    ["api.server", problem(500, "internal_error")],
    ["api.gateway", problem(502, "bad_gateway")],
    ["api.maintenance", problem(503, "unavailable", { "retry-after": "7200" })],
    ["api.path_404", problem(404, "not_found")],
    ["api.path_404", recorded(404, { statusCode: 404, message: "Resource not found" })],
    ["api.method_405", problem(405, "method_not_allowed")],
    ["api.accept_406", recorded(406, "")],
    ["api.media_415", problem(415, "unsupported_media_type")],
    ["api.validation", problem(400, "invalid_parameter")],
    ["api.validation", problem(422, "validation_failed")],
    ["api.validation", recorded(400, { errors: { pageSize: ["too large"] } })],
    ["api.conflict", problem(409, "conflict")],
    ["http.html_instead", recorded(200, page, { "content-type": "text/html" })],
    ["http.redirect", recorded(302, page, { location: "/", "content-type": "text/html" })],
    ["auth.missing", problem(401, "token_missing")],
    ["auth.expired", problem(401, "token_expired")],
    ["auth.expired", problem(401, "token_revoked")],
    ["auth.wrong_issuer", problem(401, "token_invalid")],
    ["auth.wrong_issuer", recorded(401, "", { "www-authenticate": 'Bearer error="invalid_token"' })],
    ["auth.role_missing", problem(403, "insufficient_scope")],
    ["unknown", recorded(401, "")],
    ["unknown", recorded(400, "")],
    ["unknown", recorded(418, "")],
  ])("%s", (code, answer) => expect(judgeCallAnswer(answer, asked()).code).toBe(code));

  it("a refused token is told by what it says of itself", () => {
    const refused = problem(401, "token_invalid");
    const says = {
      issuer: "https://here.test",
      audience: ["SELLER_MARKETPLACE-API"],
      roles: ["SELLERS_GET"],
    };
    const codeFor = (token: typeof says) => judgeCallAnswer(refused, asked({ token })).code;
    expect(codeFor({ ...says, audience: ["PORTAL-API"] })).toBe("auth.wrong_audience");
    expect(
      judgeCallAnswer(refused, asked({ token: { ...says, issuer: "https://there.test" } })).facts,
    ).toEqual(expect.objectContaining({ issuer: "https://there.test", expectedIssuer: "https://here.test" }));
    const plain = recorded(403, "");
    expect(judgeCallAnswer(plain, asked({ token: says })).code).toBe("seller.not_linked");
    expect(judgeCallAnswer(plain, asked({ token: { ...says, roles: [] } })).code).toBe("auth.role_missing");
  });

  it("tells how long to wait, where the answer says so", () => {
    expect(judgeCallAnswer(problem(429, "quota_exceeded", quota(0)), asked()).facts.waitSeconds).toBe("12");
    expect(
      judgeCallAnswer(problem(429, "quota_exceeded", { "retry-after": "soon" }), asked()).facts.waitSeconds,
    ).toBeUndefined();
  });

  const withState = (state: object) => recorded(200, { ...seller, ...state });
  it.each([
    ["ok", recorded(200, seller), undefined],
    ["api.empty", recorded(200, ""), undefined],
    ["api.body_unreadable", recorded(200, "{"), "not_json"],
    ["api.body_unreadable", recorded(200, { ...seller, seller_id: "104512" }), "shape"],
    ["api.body_unreadable", { ...recorded(200, "x".repeat(answerCap)), cut: true }, "oversize"],
    ["api.body_unreadable", { ...recorded(200, seller), trouble: "charset" as const }, "charset"],
    ["seller.closed", withState({ seller_state: "Deactivated" }), undefined],
    ["seller.closed", withState({ seller_sub_state: "BannedSeller" }), undefined],
  ])("shape: %s", (code, answer, why) => {
    const judged = judgeShape(answer, asked().operation);
    expect([judged.code, judged.facts.why]).toEqual([code, why]);
  });

  it("an empty list is a success that shows nothing", () => {
    const orders = { id: "orders.list", path: "/orders", paging: "pages", answer: {} };
    expect(judgeShape(recorded(200, { itemsPerPage: 20, items: [] }), orders).code).toBe("ok.but_empty");
    expect(judgeShape(recorded(200, { itemsPerPage: 20, items: [{}] }), orders).code).toBe("ok");
    expect(judgeShape(recorded(200, { itemsPerPage: 20 }), orders)).toMatchObject({
      facts: { field: "items" },
    });
    const count = { id: "orders.count", path: "/orders/count" };
    expect(judgeShape(recorded(200, { count: 0 }), count).code).toBe("ok.but_empty");
    expect(judgeShape(recorded(200, {}), count).code).toBe("api.body_unreadable");
    expect(judgeShape(recorded(204, ""), { ...count, answer: null }).code).toBe("ok");
  });
});

describe("what a socket says", () => {
  it.each([
    ["net.dns", "ENOTFOUND"],
    ["net.dns", "EAI_AGAIN"],
    ["net.refused", "ECONNREFUSED"],
    ["net.refused", "ECONNRESET"],
    ["net.timeout", "ETIMEDOUT"],
    ["api.body_unreadable", "HPE_INVALID_CONSTANT"],
    ["tls.expired", "CERT_HAS_EXPIRED"],
    ["tls.expired", "CERT_NOT_YET_VALID"],
    ["tls.name", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["tls.self_signed_chain", "SELF_SIGNED_CERT_IN_CHAIN"],
    ["tls.self_signed_chain", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["tls.self_signed_chain", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
    ["tls.old_protocol", "EPROTO"],
    ["tls.old_protocol", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"],
    ["unknown", "ERR_SOMETHING_NEW"],
  ])("%s for %s", (code, cause) => {
    const error = Object.assign(new Error("connect to 10.0.0.1"), { code: cause });
    expect(judgeFault(error, false)).toEqual({ code, facts: { cause } });
    expect(judgeFault(new AggregateError([error]), false)).toEqual({ code, facts: { cause } });
    expect(judgeFault(error, true).code).toBe("net.timeout");
  });
});

describe("what a token says of itself", () => {
  const at = new Date("2026-11-22T12:00:00Z");
  const seconds = at.getTime() / 1000;
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const token = (claims: object) => `${encode({ alg: "RS256" })}.${encode(claims)}.c2ln`;
  it.each([
    ["ok", token({ iat: seconds, exp: seconds + 7200 })],
    ["ok", token({ iat: seconds + 59, exp: seconds + 60 })],
    ["ok", "an-opaque-token"],
    ["token.clock_skew", token({ iat: seconds - 900, exp: seconds - 61 })],
    ["token.clock_skew", token({ iat: seconds + 61, exp: seconds + 7200 })],
    ["ok", token({ iat: "yesterday", exp: null })],
  ])("%s", (code, text) => expect(judgeClaims(text, at).code).toBe(code));
});

it("every diagnosis has an owner and at most three ways out", () => {
  const rows = Object.entries(verdicts);
  const withoutOwner = rows.filter(([, { owner }]) => owner === "nobody").map(([code]) => code);
  expect(withoutOwner).toEqual(["ok", "ok.but_empty"]);
  for (const [code, { fixes }] of rows) {
    expect(new Set(fixes).size, code).toBe(fixes.length);
    expect(fixes.length, code).toBeLessThan(4);
  }
});
