import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { lookInto } from "@/lib/paste/look-into";
import { makeSecret } from "@/lib/secrets";
import { texts } from "../../_text/texts";
import { PasteResult } from "./paste-result";

const secret = makeSecret();
const token = [
  { alg: "RS256", kid: "k" },
  { iss: "https://auth.octopia-io.net/auth/realms/maas", azp: "demo", exp: 1, iat: 0 },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .concat("s".repeat(342))
  .join(".");
const collection = JSON.stringify({
  info: { name: "x" },
  item: [{ name: "a", request: { method: "GET", url: "https://sts.cdiscount.com/seller/v1/orders" } }],
});

/** What is pasted, and something of what must be shown. */
const samples: [string, RegExp][] = [
  ["getaddrinfo ENOTFOUND api.exampel.test", /data-verdict="net\.dns"/],
  ["Error: certificate has expired", /data-verdict="tls\.expired".*company-ca\.pem/s],
  ["curl -k https://x.test/seller/v2/sellers", /data-note="verification_off"/],
  [`client_secret=${secret}`, /data-note="secret_seen"/],
  [token, /data-verdict="auth\.wrong_issuer".*demo/s],
  [collection, /data-verdict="net\.retired_host".*download="postman-collection-mended\.json"/s],
  ["Good morning", /data-verdict="unknown"/],
];

describe.each(Object.entries(texts))("what came out (%s)", (_language, t) => {
  it.each(samples)("of %j", async (pasted, expected) => {
    const html = renderToStaticMarkup(<PasteResult paste={await lookInto(pasted)} t={t} viewer={null} />);
    expect(html).toMatch(expected);
    expect(html).not.toMatch(/\bundefined\b|\[object|NaN/);
    expect(html).not.toContain(secret);
    expect(html).not.toContain("s".repeat(40));
  });
});
