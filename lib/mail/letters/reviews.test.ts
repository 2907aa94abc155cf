import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { reviewDecidedLetter } from "./reviews";

const href = "https://portal.example/clients/x#review";

describe.each(languages)("the letter about a review in %s", (language) => {
  it.each(["approve", "reject"] as const)("says %s, why, and where to look", (decision) => {
    const reason = "<b>No website</b>";
    const letter = reviewDecidedLetter(language, { clientId: "a-client", decision, reason, href });
    expect(renderText(letter)).toContain("a-client");
    expect(renderText(letter)).toContain(reason);
    expect(renderText(letter)).toContain(href);
    expect(renderHtml(letter)).not.toContain(reason);
    expect(letter.subject.length).toBeLessThanOrEqual(60);
  });

  it("says nothing of a reason where there is none", () => {
    const facts = { clientId: "a-client", decision: "approve", href } as const;
    const short = reviewDecidedLetter(language, { ...facts, reason: "" });
    const long = reviewDecidedLetter(language, { ...facts, reason: "Fine." });
    expect(long.paragraphs).toHaveLength(short.paragraphs.length + 1);
  });
});
