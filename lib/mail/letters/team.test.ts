import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import {
  ownershipAcceptedLetter,
  ownershipDeclinedLetter,
  ownershipOfferedLetter,
  ownershipWithdrawnLetter,
} from "./ownership";
import {
  invitationsEndedLetter,
  memberGoneLetter,
  memberJoinedLetter,
  memberRemovedLetter,
  roleChangedLetter,
  teamInvitationLetter,
} from "./team";

const hostile = `<script>alert("x")</script> & 'Co'`;
const href = "https://portal.example/here/abc";
const base = { name: hostile, company: hostile, href };
const withdrawn = ["a@b.test", "c@d.test"];
const offer = { ...base, giver: hostile, taker: hostile };

describe.each(languages)("letters about a team in %s", (language) => {
  const letters = [
    ...(["owner", "editor", "viewer"] as const).map((role) =>
      teamInvitationLetter(language, { company: hostile, by: hostile, role, href }),
    ),
    memberJoinedLetter(language, { ...base, member: hostile, email: "a@b.test", role: "editor" }),
    ...[null, hostile].map((member) =>
      roleChangedLetter(language, { ...base, by: hostile, member, role: "owner" }),
    ),
    memberRemovedLetter(language, { ...base, by: hostile }),
    ...[null, hostile].map((by) => memberGoneLetter(language, { ...base, member: hostile, by, withdrawn })),
    invitationsEndedLetter(language, { ...base, member: hostile, withdrawn }),
    ...[
      ownershipOfferedLetter,
      ownershipAcceptedLetter,
      ownershipDeclinedLetter,
      ownershipWithdrawnLetter,
    ].map((write) => write(language, offer)),
  ];

  it("have a subject of one short line, free of what people typed, and lead somewhere", () => {
    for (const letter of letters) {
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toMatch(/script|\n/);
      expect(renderText(letter)).toContain(href);
      expect(renderHtml(letter)).not.toContain("<script>");
      expect(letter.language).toBe(language);
    }
  });

  it("name what ended, and only where something did", () => {
    const gone = (list: string[]) =>
      renderText(memberGoneLetter(language, { ...base, member: "Ada", by: null, withdrawn: list }));
    expect(gone(withdrawn)).toContain("a@b.test, c@d.test");
    expect(gone([]).split("\n").length).toBeLessThan(gone(withdrawn).split("\n").length);
  });
});
