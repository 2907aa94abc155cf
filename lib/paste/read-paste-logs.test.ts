import { describe, expect, it } from "vitest";
import { codesOf, read, sellerApiUrl, tokenUrl } from "./read-paste.testing";

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
