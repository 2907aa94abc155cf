import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { ticketLetter } from "./tickets";

const href = "https://portal.example/help/abc";
const facts = { name: "Ada", number: 1001, body: "", solved: true, href };

describe.each(languages)("a letter about a ticket in %s", (language) => {
  it("brings the answer paragraph by paragraph, runs none of it, and leads to the page", () => {
    const body = `<script>alert("x")</script>\nsame\n\n\nSecond.\n\n `;
    const letter = ticketLetter(language, { ...facts, body, solved: false });
    expect(letter.paragraphs.slice(1)).toEqual(['<script>alert("x")</script>\nsame', "Second."]);
    expect(letter.subject).toMatch(/^.{1,50}1001$/);
    expect(renderText(letter)).toContain(href);
    expect(renderHtml(letter)).not.toContain("<script>");
  });

  it("says that a ticket is solved, with or without a word more", () => {
    expect(ticketLetter(language, facts).paragraphs).toHaveLength(1);
    expect(ticketLetter(language, { ...facts, body: "Done." }).paragraphs).toHaveLength(3);
    expect(ticketLetter(language, facts).subject).not.toBe(
      ticketLetter(language, { ...facts, body: "x" }).subject,
    );
  });
});
