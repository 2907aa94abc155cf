import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { listingDecidedLetter, namePermitLetter } from "./listings";

const href = "https://portal.example/listing";
const hostile = `<script>alert("x")</script>`;
const facts = {
  name: hostile,
  reason: `${hostile} too small`,
  comments: { logo: `${hostile} blurred` },
  href,
};

describe.each(languages)("the letters about the directory in %s", (language) => {
  it.each(["approve", "changes", "reject", "unlist", "suspend"] as const)(
    "say %s with reason, comments and the way on, free of what people typed in the subject",
    (decision) => {
      const letter = listingDecidedLetter(language, { ...facts, decision });
      for (const part of [facts.reason, facts.comments.logo, href])
        expect(renderText(letter)).toContain(part);
      expect(renderText(letter)).toContain("Logo");
      expect(renderHtml(letter)).not.toContain("<script>");
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toContain("script");
    },
  );

  it("say nothing of a reason where there is none", () => {
    const approved = { ...facts, decision: "approve", comments: {} } as const;
    const short = listingDecidedLetter(language, { ...approved, reason: "" });
    expect(listingDecidedLetter(language, approved).paragraphs).toHaveLength(short.paragraphs.length + 1);
  });

  it.each(["confirmed", "withdrawn"] as const)("say that a protected name is %s", (decision) => {
    const letter = namePermitLetter(language, { ...facts, decision });
    for (const part of [hostile, facts.reason, href]) expect(renderText(letter)).toContain(part);
    expect(letter.subject.length).toBeLessThanOrEqual(60);
    expect(letter.subject).not.toContain("script");
  });
});

it("French letters say nothing in English", () => {
  const words = (language: "en" | "fr") =>
    (["approve", "changes", "reject", "unlist", "suspend"] as const).flatMap((decision) => {
      const { subject, greeting, paragraphs, button, footer } = listingDecidedLetter(language, {
        ...facts,
        decision,
        reason: "",
        comments: {},
      });
      return [subject, greeting, ...paragraphs, button?.label, ...footer];
    });
  const english = new Set(words("en"));
  expect(words("fr").filter((text) => english.has(text))).toEqual([]);
});
