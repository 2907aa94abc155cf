import { describe, expect, test } from "vitest";
import { asFounder, asVisitor } from "@/db/client";
import { mails } from "@/db/schema";
import { makePerson, rolledBack } from "@/db/testing";
import { newId } from "../id";
import { unseal } from "../secrets";
import { resetLetter } from "./letters/accounts";
import { sendMany } from "./send-many";

const name = `{"a",NULL,\\b} & 'Co'`;
const write = (language: "en" | "fr") => resetLetter(language, { name, href: "https://portal.test/" });

describe("many letters", () => {
  test(
    "are written each as it is, in its receiver's language, and to nobody none",
    rolledBack(async () => {
      await makePerson({ email: "ada@people.test", language: "fr" });
      const tellsLinkId = newId();
      const odd = (language: "en" | "fr") => ({ ...write(language), subject: name });
      const letters = [
        { to: "Ada@people.test", write },
        { to: null, write },
        { to: "new@people.test", write: odd, tellsLinkId },
      ];
      await asVisitor((tx) => sendMany(tx, letters, "en"));
      await asVisitor((tx) => sendMany(tx, [], "en"));
      const rows = await asFounder((tx) => tx.select().from(mails).orderBy(mails.recipient));
      expect(rows).toMatchObject([
        { recipient: "Ada@people.test", subject: write("fr").subject, tellsLinkId: null },
        { recipient: "new@people.test", subject: name, tellsLinkId },
      ]);
      expect(rows.every(({ sealedText }) => unseal(sealedText).includes(name))).toBe(true);
    }),
  );

  test(
    "are not bounded by what one statement takes",
    rolledBack(async () => {
      const letters = Array.from({ length: 1203 }, (_, n) => ({ to: `p-${n}@people.test`, write }));
      await asVisitor((tx) => sendMany(tx, letters, "en"));
      const rows = await asFounder((tx) => tx.select({ recipient: mails.recipient }).from(mails));
      expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(1203);
    }),
  );
});
