import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeUrl, urlCap } from "./judge-url";
import { refusedForms } from "./url-forms.testing";

describe("a typed address", () => {
  it.each([
    ["https://hooks.shop.com", "https://hooks.shop.com/"],
    ["https://hooks.shop.com/in?key=a%20b&x=%7f", "https://hooks.shop.com/in?key=a%20b&x=%7f"],
    ["HTTPS://Hooks.Shop.COM:443/In", "https://hooks.shop.com/In"],
    ["https://shop.com:/in", "https://shop.com/in"],
    ["https://127.0.0.1.nip.io/", "https://127.0.0.1.nip.io/"],
    ["https://münchen.shop.de/é", "https://xn--mnchen-3ya.shop.de/%C3%A9"],
    ["https://hooks.xn--p1ai/@me", "https://hooks.xn--p1ai/@me"],
    ["https://a.b.c.d.shop.co.uk/../x//y", "https://a.b.c.d.shop.co.uk/x//y"],
    [`https://shop.com/${"a".repeat(urlCap - 17)}`, `https://shop.com/${"a".repeat(urlCap - 17)}`],
  ])("may be called: %s", (text, href) => {
    const judged = judgeUrl(text);
    expect(judged.ok && judged.url.href).toBe(href);
  });

  it.each(refusedForms)("may not be called: %j (%s)", (text, fault) => {
    expect(judgeUrl(text)).toEqual({ ok: false, fault });
  });

  it("is refused in more than eighty forms", () => {
    expect(new Set(refusedForms.map(([text]) => text)).size).toBeGreaterThan(80);
  });

  it("is judged without a surprise, whatever it is; what passes is https at a dotted name and its own reading", () => {
    const piece = fc.constantFrom(
      ..."https:// http:// 127.0.0.1 0x7f [::1] @ : / \\ # ? % %2e . .. a shop.com localhost 443 \t é ．".split(
        " ",
      ),
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 }))), (pieces) => {
        const judged = judgeUrl(`https://${pieces.join("")}`);
        if (!judged.ok) return;
        expect(judged.url.href).toMatch(/^https:\/\/([a-z0-9-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)[/?]/);
        expect(judgeUrl(judged.url.href)).toEqual(judged);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("where home is open", () => {
  it.each([
    "http://127.0.0.1:4600/hook",
    "https://127.1:4600/hook",
    "http://localhost:4600/hook",
    "http://[::1]:4600/hook",
    "http://receiver:8080/hook",
    "https://hooks.shop.com/hook",
  ])("%s may be called", (text) => {
    expect(judgeUrl(text, true).ok).toBe(true);
  });

  it.each([
    ["http://10.1.2.3/hook", "ip_literal"],
    ["http://169.254.169.254/latest/meta-data/", "ip_literal"],
    ["http://0.0.0.0:4600/", "ip_literal"],
    ["http://[fe80::1]/", "ip_literal"],
    ["http://[fd00:ec2::254]/", "ip_literal"],
    ["http://8.8.8.8/", "ip_literal"],
    ["http://user@127.0.0.1/", "userinfo"],
    ["http://127.0.0.1/#", "fragment"],
    ["ftp://127.0.0.1/", "not_https"],
    ["http:\\\\127.0.0.1\\", "malformed"],
  ])("%s may still not", (text, fault) => {
    expect(judgeUrl(text, true)).toEqual({ ok: false, fault });
  });
});
