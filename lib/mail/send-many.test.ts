import { describe, expect, test } from "vitest";
import { asFounder, asVisitor } from "@/db/client";
import { mails } from "@/db/schema";
import { makePerson, rolledBack } from "@/db/testing";
import { newId } from "../id";
import { unseal } from "../secrets";
import { resetLetter } from "./letters/accounts";
import { requestLetter } from "./letters/invitations";
import { sendMany } from "./send-many";

const name = `{"a",NULL,\\b} & 'Co'`;
const asked = {
  partner: "Feed",
  clientId: "feed",
  href: "https://portal.test/",
  origin: "https://portal.test",
};
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
    "to nobody ask the database as often as one to somebody",
    rolledBack(async () => {
      const invite = (language: "en" | "fr") =>
        requestLetter(language, { ...asked, sellerId: 104_512, until: new Date(0) });
      const countFor = (to: string | null) =>
        asVisitor(async (tx) => {
          let count = 0;
          const counted = new Proxy(tx, {
            get(target, member) {
              if (member === "execute" || member === "select" || member === "insert") count++;
              const value = Reflect.get(target, member);
              return typeof value === "function" ? value.bind(target) : value;
            },
          });
          await sendMany(counted, [{ to, write: invite }], "en");
          return count;
        });
      await makePerson({ email: "ada@people.test" });
      const known = await countFor("ada@people.test");
      expect(known).toBe(3);
      expect(await countFor(null)).toBe(known);
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
