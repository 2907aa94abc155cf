import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asFounder, asOperator, asVisitor, asWorker } from "@/db/client";
import { makePerson, rolledBack } from "@/db/testing";
import { resetLetter } from "./letters/accounts";
import { send } from "./send";

const write = (language: "en" | "fr") => resetLetter(language, { name: "Ada", href: "https://portal.test/" });
const subjects = { en: write("en").subject, fr: write("fr").subject };

async function subjectTo(address: string) {
  const rows = await asFounder((tx) =>
    tx.execute<{ subject: string }>(sql`select subject from mails where recipient = ${address}`),
  );
  return [...rows].at(-1)?.subject;
}

describe("send", () => {
  test(
    "writes in the language of the receiver's account, however the address is written",
    rolledBack(async () => {
      await makePerson({ email: "ada@people.test", language: "fr" });
      await asVisitor((tx) => send(tx, "Ada@People.test", write));
      expect(await subjectTo("Ada@People.test")).toBe(subjects.fr);
    }),
  );

  test(
    "lets the account count more than what the sender reads",
    rolledBack(async () => {
      await makePerson({ email: "eve@people.test", language: "en" });
      await asVisitor((tx) => send(tx, "eve@people.test", write, "fr"));
      expect(await subjectTo("eve@people.test")).toBe(subjects.en);
    }),
  );

  test(
    "writes to an address without an account in the language it is given, else in English",
    rolledBack(async () => {
      await asVisitor((tx) => send(tx, "new@people.test", write, "fr"));
      expect(await subjectTo("new@people.test")).toBe(subjects.fr);
      await asVisitor((tx) => send(tx, "other@people.test", write));
      expect(await subjectTo("other@people.test")).toBe(subjects.en);
    }),
  );

  test(
    "does so for the worker and the marketplace's staff too",
    rolledBack(async () => {
      await makePerson({ email: "ada@people.test", language: "fr" });
      await asWorker((tx) => send(tx, "ada@people.test", write));
      await asOperator((tx) => send(tx, "ADA@people.test", write));
      expect([await subjectTo("ada@people.test"), await subjectTo("ADA@people.test")]).toEqual([
        subjects.fr,
        subjects.fr,
      ]);
    }),
  );
});
