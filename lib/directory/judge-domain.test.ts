import { describe, expect, test } from "vitest";
import { domainOfEmail, judgeDomain, readDomain } from "./judge-domain";

describe("a typed domain", () => {
  test.each([
    ["FeedWise.com", "feedwise.com"],
    [" feedwise.com. ", "feedwise.com"],
    ["https://feedwise.com/", "feedwise.com"],
    ["shop.feedwise.co.uk", "shop.feedwise.co.uk"],
    ["müller.de", "xn--mller-kva.de"],
    ["ｆｅｅｄwise.com", "feedwise.com"],
    ["a-b.c1.museum", "a-b.c1.museum"],
  ])("%s is kept as %s", (typed, domain) => expect(readDomain(typed)).toBe(domain));

  test.each([
    "",
    "feedwise",
    "localhost",
    "127.0.0.1",
    "10.1",
    "[::1]",
    "2001:db8::1",
    "0x7f.1",
    "feed wise.com",
    "feedwise..com",
    ".com",
    "-feedwise.com",
    "feedwise-.com",
    "feed_wise.com",
    "feedwise.com/path",
    "feedwise.com:53",
    "user@feedwise.com",
    "feedwise.com\u0000",
    `${"a".repeat(64)}.com`,
    `${"abcdefg.".repeat(40)}com`,
  ])("%j is none", (typed) => expect(readDomain(typed)).toBeNull());

  test("stands behind the last @", () => {
    expect(domainOfEmail("anna@feedwise.com")).toBe("feedwise.com");
    expect(domainOfEmail("anna")).toBeNull();
  });
});

describe("a domain that nobody has alone", () => {
  test.each(
    (
      "gmail.com googlemail.com uk.yahoo.com yahoo.fr yahoo.co.uk hotmail.com outlook.fr live.com gmx.de gmx.net aol.com " +
      "icloud.com proton.me protonmail.ch orange.fr free.fr laposte.net sfr.fr wanadoo.fr web.de t-online.de libero.it " +
      "wp.pl seznam.cz yandex.ru mail.ru qq.com 163.com naver.com bigpond.com comcast.net mailinator.com sub.mailinator.com " +
      "co.uk com.br co.jp com.au github.io vercel.app myshopify.com eu.org shop.internal printer.local a.localhost x.invalid " +
      "hidden.onion 1.in-addr.arpa nas.home"
    ).split(" "),
  )("%s", (domain) => {
    expect(judgeDomain(readDomain(domain), "email")).toMatchObject({
      code: "invalid",
      fields: { email: "domain_public" },
    });
  });

  test.each([
    "feedwise.com",
    "demo.test",
    "feedwise.example",
    "free.com",
    "orange-feeds.fr",
    "company.co.uk",
    "mail.feedwise.com",
    "gmail-tools.com",
    "me.com.feedwise.io",
    "co.com",
  ])("%s is another", (domain) =>
    expect(judgeDomain(readDomain(domain), "email")).toEqual({ ok: true, view: domain }),
  );

  test("is told from what is no domain", () => {
    expect(judgeDomain(null, "domain")).toMatchObject({ fields: { domain: "domain_malformed" } });
  });
});
