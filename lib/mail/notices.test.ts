import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { asFounder, asOperator, asVisitor, asWorker } from "@/db/client";
import { digestLines, mails, type NoticeChoice, noticeChoices } from "@/db/schema";
import { makePerson, rolledBack } from "@/db/testing";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { languages } from "../language";
import { unseal } from "../secrets";
import { closingOf } from "./closing";
import { findChoices } from "./find-choices";
import type { Letter } from "./letter";
import {
  alwaysKinds,
  digestKinds,
  findAlwaysGroup,
  findNotice,
  type LetterKind,
  noticeNames,
  noticeOf,
  noticesFor,
} from "./notices";
import { send } from "./send";
import { sendMany } from "./send-many";

const noticed = noticeNames.flatMap((name) => noticeOf(name).kinds) as LetterKind[];
const always = Object.values(alwaysKinds).flat() as LetterKind[];
const allKinds: LetterKind[] = [...noticed, ...always, ...digestKinds];
const href = "https://portal.test/i/a-token-that-works-once";

const letterOf = (kind: LetterKind, language: "en" | "fr" = "en"): Letter => ({
  kind,
  language,
  subject: `about ${kind}`,
  greeting: "Hello,",
  paragraphs: ["text"],
  button: { label: "Open", href },
  footer: ["Why."],
});

/** A person who chose this for everything that can be named, also for what knows no choice. */
async function makeChooser(choice: NoticeChoice, names: readonly string[] = [...noticeNames, ...allKinds]) {
  const person = await makePerson();
  const rows = names.map((notice) => ({ personId: person.id, notice, choice, chosenAt: now() }));
  await asFounder((tx) => tx.insert(noticeChoices).values(rows));
  return person;
}

const mailsTo = (email: string) =>
  asFounder((tx) => tx.select().from(mails).where(eq(mails.recipient, email)));
const linesOf = (personId: string) =>
  asFounder((tx) => tx.select().from(digestLines).where(eq(digestLines.personId, personId)));

describe("the list of notices", () => {
  it("has each letter once: among those that always come, in one notice, or as a digest", () => {
    expect(allKinds.length).toBe(new Set(allKinds).size);
    expect(allKinds.length).toBeGreaterThan(40);
  });

  it("knows every letter that is written, and none that is not", () => {
    const folder = join(import.meta.dirname, "letters");
    const code = readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    // A family may put its kinds together of a beginning and an end, or list them as the names of a table.
    const isWritten = (kind: string) =>
      [kind, ...ends(kind)].some((text) =>
        new RegExp(`["'\`]${text}["'\`]|^  "?${text}"?: \\{`, "m").test(code),
      );
    const ends = (kind: string) => [...kind.matchAll(/-/g)].map(({ index }) => kind.slice(index + 1));
    expect(allKinds.filter((kind) => !isWritten(kind))).toEqual([]);
    const named = [...code.matchAll(/writeLetter\(\s*"([\w-]+)"/g)].map(([, kind]) => kind as LetterKind);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((kind) => !allKinds.includes(kind))).toEqual([]);
  });

  it("asks people only about what can concern them", () => {
    expect(noticesFor(["operator"])).toEqual([]);
    expect(noticesFor(["seller"])).not.toContain("listings");
    expect(noticesFor(["aggregator"])).not.toContain("requests");
    expect(noticesFor(["seller", "aggregator"]).sort()).toEqual([...noticeNames].sort());
    expect(noticeOf("newLinks").choices).not.toContain("off");
  });
});

describe.each(["off", "digest"] as const)("whoever chose %s for everything", (choice) => {
  test.each(always.map((kind) => [kind]))("gets %s all the same", (kind) =>
    rolledBack(async () => {
      const { id, email } = await makeChooser(choice);
      for (const as of [asVisitor, asWorker, asOperator])
        await as((tx) => send(tx, email, () => letterOf(kind)));
      expect(await mailsTo(email)).toHaveLength(3);
      expect(await linesOf(id)).toEqual([]);
      const [mail] = await mailsTo(email);
      expect(unseal(mail?.sealedText ?? "")).toMatch(/always come/);
    })(),
  );

  test.each(noticed.map((kind) => [kind]))("has it so for %s", (kind) =>
    rolledBack(async () => {
      const { id, email } = await makeChooser(choice);
      for (const as of [asVisitor, asWorker, asOperator])
        await as((tx) => send(tx, email.toUpperCase(), () => letterOf(kind)));
      expect(await mailsTo(email.toUpperCase())).toEqual([]);
      const lines = await linesOf(id);
      expect(lines).toHaveLength(choice === "digest" ? 3 : 0);
      for (const line of lines) {
        expect(line).toMatchObject({ notice: findNotice(kind), subject: `about ${kind}`, sentAt: null });
        if (/^(invitation|request)$/.test(kind)) expect(line.href).toBe(`${env().PUBLIC_URL}/seller`);
        else expect(line.href).toBe(href);
      }
    })(),
  );
});

describe("a letter", () => {
  it(
    "goes to whoever chose nothing, chose letters, or has no account",
    rolledBack(async () => {
      const chooser = await makeChooser("mail");
      const silent = await makePerson();
      const to = [chooser.email, silent.email, "stranger@people.test"];
      await asVisitor((tx) =>
        sendMany(
          tx,
          to.flatMap((one) => noticed.map((kind) => ({ to: one, write: () => letterOf(kind) }))),
          "en",
        ),
      );
      for (const one of to) expect(await mailsTo(one)).toHaveLength(noticed.length);
      const texts = async (one: string) => unseal((await mailsTo(one))[0]?.sealedText ?? "");
      expect(await texts(chooser.email)).toContain("/account#notices");
      expect(await texts("stranger@people.test")).not.toContain("/account");
    }),
  );

  it(
    "whose leaving tells the other side of a link leaves in any case",
    rolledBack(async () => {
      const { id, email } = await makeChooser("off");
      await asVisitor((tx) => send(tx, email, () => letterOf("link-created"), "en", newId()));
      expect(await mailsTo(email)).toHaveLength(1);
      await asVisitor((tx) => send(tx, email, () => letterOf("link-created")));
      expect(await mailsTo(email)).toHaveLength(1);
      expect(await linesOf(id)).toEqual([]);
    }),
  );

  it(
    "of one notice is not held back by the choice for another, nor by somebody else's",
    rolledBack(async () => {
      const { email } = await makeChooser("off", ["endedLinks"]);
      const other = await makePerson();
      const letters = [email, other.email, null].flatMap((to) => [
        { to, kind: "link-ended" as const },
        { to, kind: "link-created" as const },
      ]);
      const choices = await asVisitor((tx) => findChoices(tx, letters));
      expect(choices.map((one) => one?.choice ?? null)).toEqual(["off", null, null, null, null, null]);
    }),
  );
});

it("every letter closes with why it comes in any case, or with where to choose, in both languages", () => {
  for (const kind of allKinds) {
    const group = findAlwaysGroup(kind);
    expect([kind, group === null]).toEqual([kind, !always.includes(kind)]);
    const [english, french] = languages.map((language) => closingOf(kind, language, true).join());
    expect(english).not.toBe(french);
    expect(english).toMatch(group ? /always come\.$/ : /\/account#notices$/);
    expect(closingOf(kind, "en", false)).toHaveLength(group ? 1 : 0);
  }
});
