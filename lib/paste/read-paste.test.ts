import { describe, expect, it } from "vitest";
import { makeSecret } from "../secrets";
import { codesOf, notesOf, read, sellerApiUrl, tokenUrl } from "./read-paste.testing";

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
