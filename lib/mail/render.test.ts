import { describe, expect, it } from "vitest";
import { clientLetter, resetLetter, verifyLetter } from "./letters";
import { renderHtml, renderText } from "./render";

describe("a letter", () => {
  const hostile = `<script>alert("x")</script> & 'Co'`;
  const letter = verifyLetter(
    { name: hostile, companyName: hostile },
    "https://portal.example/verify/abc?x=1&y=2",
  );

  it("shows names that people chose as text, never as HTML", () => {
    const html = renderHtml(letter);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Co&#39;");
  });

  it("carries the same link in text and HTML, and nothing from outside", () => {
    expect(renderText(letter)).toContain("\nhttps://portal.example/verify/abc?x=1&y=2");
    expect(renderHtml(letter)).toContain('href="https://portal.example/verify/abc?x=1&amp;y=2"');
    expect(renderHtml(letter)).not.toMatch(/<(img|link|script|iframe)/);
  });

  it("has a subject of one short line, free of what people typed", () => {
    const all = [
      letter,
      resetLetter({ name: hostile }, "https://portal.example/reset/abc"),
      clientLetter("created", { name: hostile, clientId: "some-client" }, "https://portal.example/clients/1"),
    ];
    for (const { subject } of all) {
      expect(subject.length).toBeLessThanOrEqual(60);
      expect(subject).not.toContain("script");
    }
  });
});
