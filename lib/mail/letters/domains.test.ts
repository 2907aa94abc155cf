import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { domainCodeLetter } from "./domains";

const href = "https://portal.example/listing#domain";
const facts = { name: "<b>Anna</b>", companyName: "A & B", domain: "feedwise.com", code: "12345678", href };

describe.each(languages)("the letter with the code for a domain in %s", (language) => {
  it("says who asks, for which domain, the code, and where to type it", () => {
    const letter = domainCodeLetter(language, facts);
    const text = renderText(letter);
    for (const fact of ["<b>Anna</b>", "A & B", "feedwise.com", "1234 5678", href])
      expect(text).toContain(fact);
    expect(renderHtml(letter)).not.toContain("<b>Anna</b>");
    expect(letter.subject).not.toMatch(/\d/);
  });
});
