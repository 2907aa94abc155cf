import { expect, test } from "vitest";
import { type ProblemCode, tellProblem } from "./problem";

const call = { requestId: "01a20164-8407-7e1b-bdaa-b8da91c90c0b", path: "/seller/v2/sellers" };

test.each([
  [
    "token_expired",
    401,
    "Token expired",
    "This access token has run out. Ask for a new one and repeat the call.",
  ],
  [
    "token_revoked",
    401,
    "Token revoked",
    "This access token was withdrawn, or its client is suspended or deleted.",
  ],
  ["insufficient_scope", 403, "Insufficient scope", "This access token does not allow this operation."],
  ["quota_exceeded", 429, "Quota exceeded", "Too many calls. Wait as long as Retry-After says."],
  ["internal_error", 500, "Internal error", "Something failed on our side."],
  ["unavailable", 503, "Unavailable", "This API is not available right now. Try again shortly."],
] as const)("%s is told with all members, in their order", (code, status, title, detail) => {
  const answer = tellProblem(call, code);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    Vary: "Authorization, SellerId",
  });
  const members = { type: `/guide/errors/${code}`, title, status, detail, instance: call.path, code };
  expect(answer.body).toBe(JSON.stringify({ ...members, traceId: call.requestId }));
});

test("the challenge names an error only where a token was sent", () => {
  const challenge = (code: ProblemCode) => tellProblem(call, code).headers["WWW-Authenticate"];
  expect(challenge("token_missing")).toBe('Bearer realm="maas"');
  for (const code of ["token_expired", "token_revoked", "token_invalid"] as const) {
    expect(challenge(code)).toBe('Bearer realm="maas", error="invalid_token"');
  }
  expect(challenge("insufficient_scope")).toBe('Bearer realm="maas", error="insufficient_scope"');
  expect(challenge("seller_not_granted")).toBeUndefined();
});
