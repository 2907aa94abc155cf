import { describe, expect, it } from "vitest";
import { codesOf, problem, read } from "./read-paste.testing";

describe("what curl printed", () => {
  const answer = (status: string, headers: string[], body: string) =>
    [`HTTP/1.1 ${status}`, ...headers, "", body].join("\r\n");
  it.each([
    [
      answer("401 Unauthorized", ["Content-Type: application/problem+json"], problem(401, "token_expired")),
      "auth.expired",
    ],
    [answer("403 Forbidden", [], problem(403, "seller_not_granted")), "seller.not_linked"],
    [answer("400 Bad Request", [], problem(400, "seller_id_missing")), "seller.header_missing"],
    [answer("200 OK", ["Content-Type: text/html"], "<html><body>Sign in</body></html>"), "http.html_instead"],
    [answer("302 Found", ["Location: https://login.test/"], ""), "http.redirect"],
    [
      answer("405 Method Not Allowed", ["Allow: POST, OPTIONS"], '{"error":"HTTP 405 Method Not Allowed"}'),
      "token.method",
    ],
    [answer("415 Unsupported Media Type", [], '{"error":"HTTP 415"}'), "token.media_type"],
    [
      answer(
        "400 Bad Request",
        [],
        '{"error":"invalid_request","error_description":"Missing form parameter: grant_type"}',
      ),
      "token.grant_missing",
    ],
    [answer("404 Not Found", [], '{"statusCode":404,"message":"Resource not found"}'), "api.path_404"],
    [
      answer(
        "401 Access Denied",
        [],
        '{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      ),
      "auth.missing",
    ],
    [answer("401 Unauthorized", ['WWW-Authenticate: Bearer realm="maas"'], ""), "auth.missing"],
    [answer("200 OK", ["Content-Type: application/json"], '{"itemsPerPage":20,"items":[]}'), "ok.but_empty"],
    [answer("200 OK", ["Content-Type: application/json"], '{"seller_id":1,"shop_name":"x"}'), "ok"],
    [answer("200 OK", [], ""), "api.empty"],
    [answer("200 OK", ["Content-Type: application/json"], '{"seller_id":'), "api.body_unreadable"],
    [answer("503 Service Unavailable", ["Retry-After: 7"], ""), "api.gateway"],
    [
      `HTTP/1.1 200 Connection established\r\n\r\n${answer("404 Not Found", [], '{"error":"Realm does not exist"}')}`,
      "token.realm_404",
    ],
  ])("%j", (text, code) => {
    expect(codesOf(text)[0]).toBe(code);
    expect(read(text).kinds).toContain("answer");
  });

  it("with -v also the request says what is wrong", () => {
    const text = [
      "* SSL certificate verify ok.",
      "> GET /seller/v2/sellers?sellerId=104512 HTTP/1.1",
      "> Host: api.example.test",
      "> Authorization: abcdef",
      ">",
      "< HTTP/1.1 401 Unauthorized",
      "< Content-Type: application/problem+json",
      "<",
      problem(401, "token_missing"),
      "* Connection #0 to host api.example.test left intact",
    ].join("\n");
    expect(codesOf(text)).toEqual(["auth.missing", "auth.no_bearer", "seller.in_query"]);
  });
});

describe("JSON alone", () => {
  it.each([
    [
      '{"error":"invalid_client","error_description":"Invalid client or Invalid client credentials"}',
      "token.client_unknown",
    ],
    ['{"error":"unauthorized_client"}', "token.secret_wrong"],
    ['{"error":"unsupported_grant_type"}', "token.grant_wrong"],
    [
      '{"error":"unauthorized_client","error_description":"Client not enabled to retrieve service account"}',
      "token.no_service_account",
    ],
    ['{"error":"Realm does not exist"}', "token.realm_404"],
    [problem(422, "validation_failed"), "api.validation"],
    [problem(404, "not_found"), "api.path_404"],
    ['{"statusCode":429,"message":"Rate limit is exceeded."}', "api.rate_limited"],
    ['{"itemsPerPage":20,"items":[]}', "ok.but_empty"],
    ['{"what":"is this"}', "unknown"],
  ])("%s", (text, code) => expect(codesOf(text)[0]).toBe(code));
});
