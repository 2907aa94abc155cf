import { describe, expect, it } from "vitest";
import { verifyLetter } from "./letters/accounts";
import { renderHtml, renderText } from "./render";

describe("a letter", () => {
  const hostile = `<script>alert("x")</script> & 'Co'`;
  const href = "https://portal.example/verify/abc?x=1&y=2";
  const letter = verifyLetter("en", { name: hostile, companyName: hostile, href });

  it("shows names that people chose as text, never as HTML", () => {
    const html = renderHtml(letter);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Co&#39;");
  });

  it("carries the same link in text and HTML, and nothing from outside", () => {
    expect(renderText(letter)).toContain(`\n${href}`);
    expect(renderHtml(letter)).toContain('href="https://portal.example/verify/abc?x=1&amp;y=2"');
    expect(renderHtml(letter)).not.toMatch(/<(img|link|script|iframe)/);
  });

  it("names its language to the reader's program", () => {
    const french = verifyLetter("fr", { name: "Ada", companyName: "Maison", href });
    expect(renderHtml(french)).toContain('<html lang="fr">');
    expect(renderText(french)).toContain("Bonjour Ada,");
  });
});
