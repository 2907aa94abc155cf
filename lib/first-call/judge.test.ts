import { describe, expect, it } from "vitest";
import { type Answer, answerCap } from "./exchange";
import { judgeCallAnswer, judgeShape } from "./judge-call-answer";
import { judgeClaims } from "./judge-claims";
import { judgeFault } from "./judge-fault";
import { judgeTokenAnswer } from "./judge-token-answer";
import { operations } from "./operations";
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
    ["api.server", recorded(503, { error: "temporarily_unavailable" })],
    ["api.server", recorded(504, page, { "content-type": "text/html" })],
    ["http.html_instead", recorded(200, page, { "content-type": "text/html; charset=utf-8" })],
    ["http.html_instead", recorded(404, page, {})],
    ["http.redirect", recorded(301, "", { location: "https://example.test/" })],
    ["api.body_unreadable", recorded(200, "")],
    ["api.body_unreadable", recorded(200, "[]")],
    ["api.body_unreadable", recorded(200, { access_token: "two words" })],
    ["unknown", recorded(400, { error: "invalid_request" })],
    ["unknown", recorded(404, { error: "Realm does not exist" })],
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
    ["seller.bad_format", problem(400, "seller_id_malformed")],
    ["seller.bad_format", problem(400, "seller_id_missing")],
    ["seller.open_quota", problem(429, "quota_exceeded", quota(0))],
    ["api.rate_limited", problem(429, "quota_exceeded", { "retry-after": "1" })],
    ["api.rate_limited", problem(429, "quota_exceeded", quota(7))],
    ["api.server", problem(500, "internal_error")],
    ["http.html_instead", recorded(200, page, { "content-type": "text/html" })],
    ["http.redirect", recorded(302, page, { location: "/", "content-type": "text/html" })],
    ["unknown", problem(401, "token_expired")],
    ["unknown", problem(403, "insufficient_scope")],
    ["unknown", recorded(418, "")],
  ])("%s", (code, answer) => expect(judgeCallAnswer(answer).code).toBe(code));

  it("tells how long to wait, where the answer says so", () => {
    expect(judgeCallAnswer(problem(429, "quota_exceeded", quota(0))).facts.waitSeconds).toBe("12");
    expect(
      judgeCallAnswer(problem(429, "quota_exceeded", { "retry-after": "soon" })).facts.waitSeconds,
    ).toBeUndefined();
  });

  it.each([
    ["ok", recorded(200, seller), undefined],
    ["api.body_unreadable", recorded(200, ""), "empty"],
    ["api.body_unreadable", recorded(200, "{"), "not_json"],
    ["api.body_unreadable", recorded(200, { ...seller, seller_id: "104512" }), "shape"],
    ["api.body_unreadable", { ...recorded(200, "x".repeat(answerCap)), cut: true }, "oversize"],
  ])("shape: %s", (code, answer, why) => {
    const judged = judgeShape(answer, operations["sellers.get"]);
    expect([judged.code, judged.facts.why]).toEqual([code, why]);
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
    ["unknown", "CERT_HAS_EXPIRED"],
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
    ["unknown", token({ iat: seconds - 900, exp: seconds - 61 })],
    ["unknown", token({ iat: seconds + 61, exp: seconds + 7200 })],
  ])("%s", (code, text) => expect(judgeClaims(text, at).code).toBe(code));
});

it("every diagnosis has an owner and a way out", () => {
  const withoutOwner = Object.entries(verdicts).filter(([, { owner }]) => owner === "nobody");
  expect(withoutOwner.map(([code]) => code)).toEqual(["ok"]);
  expect(Object.keys(verdicts)).toHaveLength(18);
});
