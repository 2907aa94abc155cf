import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { findAlwaysGroup } from "../notices";
import { renderText } from "../render";
import {
  recoveryAskedLetter,
  recoveryDoneLetter,
  recoveryRefusedLetter,
  recoveryStoppedLetter,
  recoveryWaitLetter,
} from "./recovery";

const name = `<script>alert("x")</script>`;
const href = "https://portal.example/recover/token";
const readyAt = new Date("2027-02-03T04:05:06Z");
const waits = ["recovery-begun", "recovery-runs", "recovery-ready"] as const;
const endings = ["code", "link", "password"] as const;

describe.each(languages)("letters about a lost second factor, in %s", (language) => {
  const all = [
    recoveryAskedLetter(language, { name, href }),
    recoveryRefusedLetter(language, { name, href }),
    ...waits.map((kind) => recoveryWaitLetter(language, kind, { name, href, readyAt })),
    ...endings.map((by) => recoveryStoppedLetter(language, { name, by, reset: href })),
    recoveryDoneLetter(language, { name, href }),
  ];

  it.each(all.map((letter) => [letter.kind, letter] as const))(
    "%s always comes, has a short subject free of what people typed, and one way on",
    (kind, letter) => {
      expect(findAlwaysGroup(kind)).toBe("account");
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toMatch(/script|\n/);
      expect(renderText(letter)).toContain(href);
    },
  );

  it("say until when a wait runs, and by what it was stopped", () => {
    for (const letter of all.slice(2, 5)) expect(renderText(letter)).toContain("2027-02-03 04:05 UTC");
    expect(new Set(all.slice(5, 8).map(renderText)).size).toBe(3);
  });
});
