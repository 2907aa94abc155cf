import { describe, expect, it } from "vitest";
import { makeSecret } from "../secrets";
import type { Addresses } from "./finding";
import { readPaste } from "./read-paste";

const addresses: Addresses = {
  tokenUrl: "https://login.example.test/auth/realms/maas/protocol/openid-connect/token",
  sellerApiUrl: "https://api.example.test/seller/v2",
  issuer: "https://login.example.test/auth/realms/maas",
};
const { tokenUrl, sellerApiUrl } = addresses;
const read = (text: string) => readPaste(text, addresses);
const codesOf = (text: string) => read(text).findings.map(({ code }) => code);
const notesOf = (text: string) => read(text).notes.map(({ code }) => code);
const problem = (status: number, code: string) =>
  JSON.stringify({ type: `/guide/errors/${code}`, title: code, status, detail: "No.", code, traceId: "t-1" });

describe("log lines and stack traces", () => {
  it.each([
    ["Node", "Error: getaddrinfo ENOTFOUND api.exampel.test\n    at GetAddrInfoReqWrap.onlookup", "net.dns"],
    ["Node", "AxiosError: connect ECONNREFUSED 10.0.0.1:443", "net.refused"],
    ["Node", "Error: socket hang up\n code: 'ECONNRESET'", "net.refused"],
    ["Node", "TypeError: fetch failed\n  cause: ConnectTimeoutError UND_ERR_CONNECT_TIMEOUT", "net.timeout"],
    [
      "Node",
      "Error: self-signed certificate in certificate chain\n  code: 'SELF_SIGNED_CERT_IN_CHAIN'",
      "tls.self_signed_chain",
    ],
    [
      "Node",
      "Error: unable to verify the first certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)",
      "tls.self_signed_chain",
    ],
    ["Node", "Error: certificate has expired\n code: 'CERT_HAS_EXPIRED'", "tls.expired"],
    ["Node", "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames", "tls.name"],
    [
      "Node",
      "write EPROTO 140:error:1408F10B:SSL routines:ssl3_get_record:wrong version number",
      "tls.old_protocol",
    ],
    ["Postman", "Error: self signed certificate in certificate chain", "tls.self_signed_chain"],
    [
      "Python",
      "requests.exceptions.SSLError: HTTPSConnectionPool(host='api.example.test', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1129)')))",
      "tls.self_signed_chain",
    ],
    [
      "Python",
      "ssl.SSLCertVerificationError: certificate verify failed: certificate has expired (_ssl.c:1129)",
      "tls.expired",
    ],
    [
      "Python",
      "ssl.SSLCertVerificationError: Hostname mismatch, certificate is not valid for 'x'",
      "tls.name",
    ],
    [
      "Python",
      "urllib3.exceptions.NameResolutionError: Failed to resolve 'x' ([Errno -2] Name or service not known)",
      "net.dns",
    ],
    [
      "Python",
      "requests.exceptions.ReadTimeout: HTTPSConnectionPool: Read timed out. (read timeout=5)",
      "net.timeout",
    ],
    ["Python", "requests.exceptions.SSLError: EOF occurred", "tls.self_signed_chain"],
    [
      "Python",
      `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: ${tokenUrl}`,
      "token.secret_wrong",
    ],
    [
      "Python",
      `requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: ${sellerApiUrl}/sellers`,
      "seller.not_linked",
    ],
    [
      "PHP",
      "cURL error 60: SSL certificate problem: unable to get local issuer certificate",
      "tls.self_signed_chain",
    ],
    ["PHP", "cURL error 6: Could not resolve host: api.exampel.test", "net.dns"],
    ["PHP", "cURL error 28: Operation timed out after 10001 milliseconds", "net.timeout"],
    [
      "PHP",
      "cURL error 60: SSL: no alternative certificate subject name matches target host name",
      "tls.name",
    ],
    [
      "PHP",
      `GuzzleHttp\\Exception\\ClientException: Client error: \`POST ${tokenUrl}\` resulted in a \`401 Unauthorized\` response:\n{"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}`,
      "token.secret_wrong",
    ],
    [
      "Java",
      "javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target",
      "tls.self_signed_chain",
    ],
    ["Java", "java.security.cert.CertificateExpiredException: NotAfter: Mon Jan 01", "tls.expired"],
    [
      "Java",
      "javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure",
      "tls.old_protocol",
    ],
    ["Java", "java.net.UnknownHostException: api.exampel.test", "net.dns"],
    ["Java", "java.net.http.HttpTimeoutException: request timed out", "net.timeout"],
    ["Java", 'HttpClientErrorException$TooManyRequests: 429 Too Many Requests: "{}"', "api.rate_limited"],
    [
      ".NET",
      "System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot",
      "tls.self_signed_chain",
    ],
    [
      ".NET",
      "The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch",
      "tls.name",
    ],
    [".NET", "HttpRequestException: No such host is known. (api.exampel.test:443)", "net.dns"],
    [
      ".NET",
      "HttpRequestException: Response status code does not indicate success: 429 (Too Many Requests).",
      "api.rate_limited",
    ],
    [
      "browser",
      "Access to fetch at 'https://api' from origin 'https://shop' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present",
      "client.cors",
    ],
    ["browser", "Uncaught (in promise) TypeError: Failed to fetch", "client.cors"],
    ["log", `2026-11-22 ERROR token: {"error":"invalid_client"}`, "token.client_unknown"],
    ["log", `WARN answer {\\"status\\":403,\\"code\\":\\"seller_not_granted\\"}`, "seller.not_linked"],
    ["log", "Request failed with status code 502", "api.gateway"],
    ["old", "POST https://oauth2.cdiscount.com/token failed", "net.retired_host"],
    [
      "SOAP",
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
      "client.legacy_soap",
    ],
    ["SOAP", "<messages><Context><TokenId>abc</TokenId></Context></messages>", "client.legacy_soap"],
  ])("%s: %s", (_tool, text, code) => expect(codesOf(text)).toContain(code));

  it("name the host and the runtime's own word", () => {
    const [finding] = read("Error: getaddrinfo ENOTFOUND api.exampel.test").findings;
    expect(finding).toMatchObject({
      code: "net.dns",
      facts: { host: "api.exampel.test", cause: "ENOTFOUND" },
    });
    expect(finding?.line).toContain("ENOTFOUND");
  });
});

describe("a report of openssl", () => {
  const report = (end: string) =>
    `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = api.example.test\n   i:CN = Corp Proxy CA\n---\nSSL-Session:\n    Protocol  : TLSv1.3\n    ${end}\n---`;
  it.each([
    ["Verify return code: 19 (self-signed certificate in certificate chain)", "tls.self_signed_chain"],
    ["Verify return code: 10 (certificate has expired)", "tls.expired"],
    ["Verify return code: 62 (hostname mismatch)", "tls.name"],
    ["Protocol  : TLSv1.1", "tls.old_protocol"],
  ])("%s", (end, code) => {
    expect(codesOf(report(end))).toContain(code);
    expect(read(report(end)).kinds).toEqual(["tls"]);
  });
  it("that is good says so", () => {
    const seen = read(report("Verify return code: 0 (ok)"));
    expect([seen.kinds, seen.findings, seen.notes.map(({ code }) => code)]).toEqual([
      ["tls"],
      [],
      ["tls_good"],
    ]);
  });
});

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

describe("a curl command", () => {
  const token = (more: string) => `curl ${more} ${tokenUrl}`;
  const call = (more: string) => `curl '${sellerApiUrl}/sellers' ${more}`;
  const good = `-H 'Authorization: Bearer $TOKEN' -H 'SellerId: 104512'`;
  const form = `-d grant_type=client_credentials -d client_id=demo -d "client_secret=$S"`;
  it.each([
    [token(""), "token.method"],
    [token(`-G ${form}`), "token.method"],
    [
      token(`-X POST -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials"}'`),
      "token.media_type",
    ],
    [token("-F grant_type=client_credentials"), "token.media_type"],
    [token("-d client_id=demo"), "token.grant_missing"],
    [token("-d 'grant_type=password&username=a&password=b'"), "token.grant_wrong"],
    [
      token(`-d grant_type=client_credentials -d client_id=${makeSecret()} -d client_secret=demo`),
      "token.swapped",
    ],
    [
      token("-d grant_type=client_credentials -d client_id=x -d 'client_secret=••••ab12'"),
      "token.secret_is_fingerprint",
    ],
    [token("-d grant_type=client_credentials -d client_id=x -d 'client_secret=ab+cd%'"), "token.encoded"],
    [
      `curl -d grant_type=client_credentials ${tokenUrl.replace("realms/maas", "realms/mass")}`,
      "token.realm_404",
    ],
    [
      "curl -X POST https://oauth2.cdiscount.com/auth/realms/maas-international-sellers/protocol/openid-connect/token -d grant_type=client_credentials",
      "net.retired_host",
    ],
    [call("-H 'SellerId: 1'"), "auth.missing"],
    [call("-H 'Authorization: eyJabc' -H 'SellerId: 1'"), "auth.no_bearer"],
    [call(`-H 'Authorization: Bearer ${makeSecret()}' -H 'SellerId: 1'`), "auth.secret_as_token"],
    [call("-H 'Authorization: Bearer eyJhbGciOi.eyJzdWIiOi' -H 'SellerId: 1'"), "auth.quoted_or_cut"],
    [call("-H 'Authorization: Bearer $TOKEN'"), "seller.header_missing"],
    [`curl '${sellerApiUrl}/sellers?sellerId=104512' -H 'Authorization: Bearer $TOKEN'`, "seller.in_query"],
    [call("-H 'Authorization: Bearer $TOKEN' -H 'SellerId: Maison Lumiere'"), "seller.bad_format"],
    [call(`${good} -H 'Accept: text/xml'`), "api.accept_406"],
    [call(`${good} -d '{"a":1}'`), "api.media_415"],
    ["curl https://wsvc.cdiscount.com/MarketplaceAPIService.svc", "client.legacy_soap"],
  ])("%s", (text, code) => {
    expect(codesOf(text)).toContain(code);
    expect(read(text).kinds).toContain("command");
  });

  it.each([
    [call(`-k ${good}`), ["verification_off"]],
    [call(`-sk ${good}`), ["verification_off"]],
    [call(`--insecure ${good}`), ["verification_off"]],
    [call(`${good} -H 'Ocp-Apim-Subscription-Key: abc'`), ["obsolete_header"]],
    [
      token("-d grant_type=client_credentials -d client_id=demo -d client_secret=hunter22"),
      ["secret_in_clear"],
    ],
    [`curl -X POST '${tokenUrl}?client_secret=hunter22' ${form}`, ["secret_in_address"]],
    [`curl ${good} http://api.example.test/seller/v2/sellers`, ["plain_http"]],
    [call(good), ["nothing_wrong"]],
    [token(form), ["nothing_wrong"]],
    [token(`-u "demo:$S" -d grant_type=client_credentials`), ["nothing_wrong"]],
    [
      `curl --location --request POST '${tokenUrl}' \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --data-urlencode 'grant_type=client_credentials' \\\n  --data-urlencode "client_secret=\${S}"`,
      ["nothing_wrong"],
    ],
  ])("%s says %j", (text, notes) => {
    expect(notesOf(text)).toEqual(notes);
    expect(codesOf(text)).toEqual([]);
  });
});

describe("a secret", () => {
  it("whole is recognised and never told again", () => {
    const secret = makeSecret();
    const seen = read(`my secret is ${secret}, why?`);
    expect([seen.kinds, seen.findings, notesOf(secret)]).toEqual([["secret"], [], ["secret_seen"]]);
  });
  it("damaged is told from a whole one, and so is the hint of one", () => {
    expect(read(makeSecret().slice(0, -1)).findings).toMatchObject([
      { code: "token.secret_wrong", facts: { secretLooks: "damaged" } },
    ]);
    expect(codesOf("••••ab12")).toEqual(["token.secret_is_fingerprint"]);
  });
});

it("a page alone is an answer from somebody else", () => {
  expect(codesOf("<!DOCTYPE html>\n<html><body>Sign in ENOTFOUND</body></html>")).toEqual([
    "http.html_instead",
  ]);
});

it("what nobody knows is said to be unknown", () => {
  expect([codesOf("Good morning"), read("Good morning").kinds]).toEqual([["unknown"], []]);
});

it("names of client and seller in the text go along, secrets in their place do not", () => {
  expect(read(`client_id=demo-seller-app&x=1\nSellerId: 104512\nENOTFOUND`)).toMatchObject({
    clientId: "demo-seller-app",
    sellerId: "104512",
  });
  expect(read(`client_id=${makeSecret()}\nENOTFOUND`).clientId).toBe("");
});
