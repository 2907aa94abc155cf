import { describe, expect, it } from "vitest";
import { languages } from "@/lib/language";
import { drawQr } from "@/lib/qr";
import { guideMethods, writeHtml, writeMarkdown, writePage, writePlain } from "./write-guide";

const link = "https://portal.test/link-client?clientId=Feed+Wise&as=aggregator";
const facts = {
  name: "Feed & Söhne",
  clientId: "Feed Wise",
  link,
  directory: "https://portal.test/choose-aggregator?q=Feed",
};
const qr = drawQr(link);
const evil = {
  ...facts,
  name: `"><script>alert(1)</script> [x](javascript:alert(2)) *b* & {link} https://evil.test\n# head`,
};

describe("the help page", () => {
  it.each(languages)("in %s says the same in all three ways, whole and with absolute links", (language) => {
    for (const method of guideMethods) {
      const all = [
        writePlain(language, method, facts),
        writeMarkdown(language, method, facts),
        writeHtml(language, method, facts, qr),
      ];
      for (const one of all) {
        expect(one).toContain("Feed Wise");
        expect(one.replaceAll("&amp;", "&")).toContain(link);
        expect(one.includes(facts.directory)).toBe(method === "directory");
        expect(one).not.toMatch(/\{\w+\}|undefined/);
        expect(one.match(/^\d\. |<li>/gm)).toHaveLength(5);
      }
    }
  });

  it.each(languages)("in %s makes no mark-up of what somebody typed as a name", (language) => {
    for (const method of guideMethods) {
      const html = writePage([writeHtml(language, method, evil, qr)], language, evil);
      expect(html).not.toMatch(/<script|<[^>]*javascript:/i);
      expect(html).toContain("&lt;script&gt;");
      expect(html.match(/<svg/g)).toHaveLength(1);
      const markdown = writeMarkdown(language, method, evil);
      expect(markdown).not.toContain("<script");
      expect(markdown).not.toContain("[x](");
      expect(markdown).not.toMatch(/^# head/m);
      expect(markdown).not.toContain("https://evil.test");
      expect(writePlain(language, method, evil)).not.toMatch(/^# head/m);
      // What looks like a place to fill in is somebody's name, not a place.
      for (const one of [html, markdown]) expect(one).toMatch(/\{link\}|\\\{link\\\}/);
    }
  });

  it("needs nothing from elsewhere", () => {
    const html = writePage([writeHtml("en", "clientId", facts, qr)], "en", facts);
    expect(html).not.toMatch(/<(script|link|img|iframe|style)\b/);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.every((address) => address?.startsWith("https://portal.test/"))).toBe(true);
  });
});
