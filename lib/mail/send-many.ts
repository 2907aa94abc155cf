import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { digestLines, type mails, people } from "@/db/schema";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import { isLanguage, type Language } from "../language";
import { seal } from "../secrets";
import { closingOf } from "./closing";
import { type Choice, findChoices } from "./find-choices";
import type { Letter } from "./letter";
import { noticeOf } from "./notices";
import { renderHtml, renderText } from "./render";

/**
 * A letter to somebody, written in whatever language they read. `to` is null where nobody is to get it; its leaving
 * lights the *told* lamp of the link `tellsLinkId`.
 */
export type Outgoing = {
  to: string | null;
  write: (language: Language) => Letter;
  tellsLinkId?: string | null;
};

/**
 * Puts many letters into the outbox in a few statements, each in its receiver's language or in `fallback`; one that
 * its receiver wants to read with others becomes a line of their next digest, and one they do not want is left out. A
 * letter to nobody is written and sealed like the others and left out at the very end, so that the time taken does
 * not tell.
 */
export async function sendMany(tx: Tx, letters: Outgoing[], fallback: Language) {
  const languages = new Map<string, string>();
  for (const folds of inChunks([...new Set(letters.map(({ to }) => foldEmail(to ?? "")))])) {
    const found = await tx
      .select({ emailFold: people.emailFold, language: people.language })
      .from(people)
      .where(inArray(people.emailFold, folds));
    for (const { emailFold, language } of found) languages.set(emailFold, language);
  }
  const written = letters.map(({ to, write, tellsLinkId = null }) => {
    const language = languages.get(foldEmail(to ?? ""));
    const letter = write(isLanguage(language) ? language : fallback);
    const closing = closingOf(letter.kind, letter.language, language !== undefined);
    // What a letter says of itself already is said once.
    const full = { ...letter, footer: [...new Set([...letter.footer, ...closing])] };
    const [sealedText, sealedHtml] = [seal(renderText(full)), seal(renderHtml(full))];
    const { kind, subject } = letter;
    return {
      letter,
      row: { id: newId(), recipient: to, kind, subject, tellsLinkId, sealedText, sealedHtml },
    };
  });
  const choices = await findChoices(
    tx,
    written.map(({ row: { recipient: to, kind, tellsLinkId } }) => ({ to, kind, tellsLinkId })),
  );
  const mailed = written.flatMap(({ row: { recipient, ...row } }, index) =>
    recipient === null || choices[index] ? [] : [{ ...row, recipient }],
  );
  const lines = written.flatMap(({ letter }, index) => {
    const choice = choices[index];
    return choice?.choice === "digest" ? [lineOf(letter, choice)] : [];
  });
  // Where all are for nobody the statement is sent all the same, with no rows.
  for (const some of written.length > 0 && mailed.length === 0 ? [[]] : inChunks(mailed))
    await insertMails(tx, some);
  for (const some of inChunks(lines)) await tx.insert(digestLines).values(some);
}

function lineOf({ subject, button }: Letter, { personId, notice }: Choice) {
  const { opens } = noticeOf(notice);
  const href = opens ? env().PUBLIC_URL + opens : (button?.href ?? "");
  return { id: newId(), personId, notice, subject, href, at: now() };
}

type NewMail = Pick<
  typeof mails.$inferSelect,
  "id" | "recipient" | "kind" | "subject" | "tellsLinkId" | "sealedText" | "sealedHtml"
>;

async function insertMails(tx: Tx, rows: NewMail[]) {
  const column = (name: keyof NewMail) => sql.param(rows.map((row) => row[name]));
  // A list for each column: with a parameter for each value most of the time goes into their names.
  await tx.execute(sql`
    insert into mails (id, recipient, kind, subject, tells_link_id, sealed_text, sealed_html)
    select * from unnest(${column("id")}::uuid[], ${column("recipient")}::text[], ${column("kind")}::text[],
      ${column("subject")}::text[], ${column("tellsLinkId")}::uuid[], ${column("sealedText")}::text[], ${column("sealedHtml")}::text[])`);
}

function inChunks<T>(list: T[]) {
  return Array.from({ length: Math.ceil(list.length / 500) }, (_, n) => list.slice(n * 500, (n + 1) * 500));
}
