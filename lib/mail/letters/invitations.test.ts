import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { declinedLetter, invitationLetter, requestLetter } from "./invitations";

const hostile = `<script>alert("x")</script>`;
const [origin, until] = ["https://portal.example", new Date("2027-03-01T12:00:00Z")];
const asked = { partner: hostile, clientId: "a-client", href: `${origin}/i/abc`, origin, until };
const answered = { seller: hostile, clientId: "a-client", reference: "", reason: "", href: origin };

describe.each(languages)("letters about invitations in %s", (language) => {
  const letters = [
    invitationLetter(language, asked),
    requestLetter(language, { ...asked, sellerId: 104_512 }),
    declinedLetter(language, answered),
  ];

  it.each(letters.map((letter) => [letter.kind, letter] as const))(
    "%s names who and where, keeps what people typed out of its subject, and runs none of it",
    (_kind, letter) => {
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toContain("script");
      expect(renderText(letter)).toContain(hostile);
      expect(renderText(letter)).toContain(letter.button?.href);
      expect(renderHtml(letter)).not.toContain("<script>");
    },
  );

  it("the two that ask say how to tell a true page, and until when", () => {
    for (const letter of letters.slice(0, 2)) {
      expect(letter.footer.join()).toContain(origin);
      expect(letter.paragraphs.join()).toContain("2027");
    }
  });

  it("the one that declines gives reference and reason where there are any", () => {
    const full = declinedLetter(language, { ...answered, reference: "ref 7", reason: "Too late" });
    expect(renderText(full)).toMatch(/ref 7[\s\S]*Too late/);
    expect(full.paragraphs).toHaveLength(declinedLetter(language, answered).paragraphs.length + 2);
  });
});
