import { describe, expect, it } from "vitest";
import { languages } from "../language";
import type { Letter } from "./letter";
import { knownAddressLetter, passwordChangedLetter, resetLetter, verifyLetter } from "./letters/accounts";
import { claimAskedLetter, claimCodeLetter, claimDecidedLetter, sellerBoundLetter } from "./letters/claims";
import { clientLetter } from "./letters/clients";
import { clientsDigestLetter, linkNews } from "./letters/clients-digest";
import { deskDigestLetter } from "./letters/desk-digest";
import { endpointDisabledLetter } from "./letters/endpoints";
import { handOverLetter } from "./letters/hand-over";
import {
  linkCreatedLetter,
  linkEndedLetter,
  sellerLinkedLetter,
  sellerUnlinkedLetter,
} from "./letters/links";
import { noticesDigestLetter } from "./letters/notices-digest";
import { ownersDigestLetter } from "./letters/owners-digest";
import { reportLetter } from "./letters/reports";
import { renderText } from "./render";

const hostile = `<script>alert("x")</script> & 'Co'`;
const href = "https://portal.example/here/abc";
const kinds = ["created", "secret-added", "suspended", "deleted"] as const;

const access = { by: hostile, clientId: "a-client", partner: hostile, shopName: hostile, sellerId: 200_005 };
const changes = (["seller-linked", "seller-unlinked"] as const).map((kind) => ({
  ...access,
  kind,
  at: new Date(0),
  open: kind === "seller-linked",
}));

const claim = { name: hostile, sellerId: 200_005, href };

const link = {
  clientId: "a-client",
  partner: hostile,
  shopName: hostile,
  sellerId: 200_005,
  reference: hostile,
  by: hostile,
  name: hostile,
  href,
};

/** Every letter, in one language. */
const written: Record<(typeof languages)[number], Letter[]> = Object.fromEntries(
  languages.map((language) => [
    language,
    [
      verifyLetter(language, { name: hostile, companyName: hostile, href }),
      knownAddressLetter(language, { name: hostile, signIn: href, reset: href }),
      resetLetter(language, { name: hostile, href }),
      passwordChangedLetter(language, { name: hostile, reset: href }),
      ...kinds.map((kind) => clientLetter(language, kind, { name: hostile, clientId: "a-client", href })),
      ...(["opened", "closed"] as const).map((kind) =>
        handOverLetter(language, kind, { clientId: "a-client", label: hostile, at: new Date(), href }),
      ),
      claimCodeLetter(language, { ...claim, companyName: hostile, code: "012345" }),
      claimAskedLetter(language, { ...claim, asker: hostile, askerEmail: "a@b.test" }),
      ...(["accept", "decline"] as const).map((decision) =>
        claimDecidedLetter(language, decision, { ...claim, companyName: hostile }),
      ),
      ...[linkCreatedLetter, sellerLinkedLetter].map((write) => write(language, link)),
      ...[linkEndedLetter, sellerUnlinkedLetter].map((write) =>
        write(language, { ...link, reason: "security" }),
      ),
      endpointDisabledLetter(language, { clientId: "a-client", host: "hooks.shop.example", href }),
      ...["", hostile].map((note) =>
        reportLetter(language, {
          ...{ name: hostile, by: hostile, company: hostile, clientId: hostile, sellerId: "1", note, href },
        }),
      ),
      sellerBoundLetter(language, { ...claim, companyName: hostile }),
      ownersDigestLetter(language, { href, lines: changes, more: 3 }),
      noticesDigestLetter(language, {
        name: hostile,
        lines: [
          {
            notice: "endedLinks",
            subject: language === "fr" ? "Liaison terminée" : "Link ended",
            href,
            at: new Date(0),
          },
        ],
        more: 3,
        href,
      }),
      deskDigestLetter(language, {
        name: hostile,
        queues: [{ name: "tickets", count: 2, oldestAt: new Date(0) }],
        href,
      }),
      clientsDigestLetter(language, {
        name: hostile,
        company: hostile,
        since: new Date(0),
        news: Object.fromEntries(linkNews.map((name) => [name, { count: 2, examples: [hostile] }])) as never,
        href,
      }),
    ],
  ]),
) as never;

describe.each(languages)("letters in %s", (language) => {
  it.each(written[language].map((letter) => [letter.kind, letter] as const))(
    "%s has a subject of one short line, free of what people typed, and its link",
    (_kind, letter) => {
      expect(letter.subject.length).toBeLessThanOrEqual(60);
      expect(letter.subject).not.toMatch(/script|\n/);
      expect(renderText(letter)).toContain(href);
      expect(letter.language).toBe(language);
    },
  );
});

it("a French letter says nothing in English", () => {
  const words = (letter: Letter) => [
    letter.subject,
    letter.greeting,
    ...letter.paragraphs,
    letter.button?.label,
    ...letter.footer,
  ];
  written.fr.forEach((letter, index) => {
    const english = new Set(written.en[index] && words(written.en[index]));
    expect(words(letter).filter((text) => english.has(text))).toEqual([]);
  });
});
