import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import type { Letter } from "../letter";
import { findAlwaysGroup } from "../notices";
import { renderText } from "../render";
import {
  guessedLetter,
  recoveryCodeUsedLetter,
  secondFactorLetter,
  sessionsEndedLetter,
  signedOutLetter,
} from "./security";

const name = `<script>alert("x")</script> & 'Co'`;
const href = "https://portal.example/account";
const reset = "https://portal.example/reset";
const reason = "Called back at the number in the contract.";
const kinds = ["second-factor-set", "second-factor-ended", "second-factor-removed"] as const;

const written = (language: (typeof languages)[number]): Letter[] => [
  ...kinds.map((kind) => secondFactorLetter(language, kind, { name, href, reason })),
  recoveryCodeUsedLetter(language, { name, left: 3, href }),
  sessionsEndedLetter(language, { name, ended: 1, href }),
  sessionsEndedLetter(language, { name, ended: 2, href }),
  guessedLetter(language, { name, failures: 7, href, reset }),
  signedOutLetter(language, { name, reason, href, reset }),
];

describe.each(languages)("letters about the safety of an account, in %s", (language) => {
  it.each(written(language).map((letter) => [letter.kind, letter] as const))(
    "%s always comes, has a short subject free of what people typed, and leads to the account",
    (kind, letter) => {
      expect(findAlwaysGroup(kind)).toBe("account");
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toMatch(/script|\n/);
      expect(renderText(letter)).toContain(href);
    },
  );
});

it("says the numbers, the reason, and where a new password is set", () => {
  const texts = written("en").map(renderText);
  expect(texts[2]).toContain(reason);
  expect(texts[3]).toContain("Codes left: 3");
  expect(texts[4]).toContain("one browser");
  expect(texts[5]).toContain("2 browsers");
  expect(texts[6]).toContain("7 times");
  expect(texts[6]).toContain(reset);
  expect(texts[7]).toContain(reason);
  expect(texts[7]).toContain(reset);
});

it("says nothing in English in French", () => {
  const sentences = (letter: Letter) => [letter.subject, ...letter.paragraphs, ...letter.footer];
  const [french, english] = [written("fr"), written("en")];
  french.forEach((letter, index) => {
    const other = new Set(english[index] && sentences(english[index]));
    expect(sentences(letter).filter((text) => other.has(text) && text !== reason)).toEqual([]);
  });
});
