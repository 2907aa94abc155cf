import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { owedLetters } from "@/db/schema";
import { mayMailAllIn } from "../accounts/mail-limit";
import { now } from "../clock";
import { newId } from "../id";
import type { Language } from "../language";
import { findChoices } from "../mail/find-choices";
import type { LetterKind } from "../mail/notices";
import { type Outgoing, sendMany } from "../mail/send-many";

/** What a letter to an owner says, in short. */
type Owed = Pick<typeof owedLetters.$inferInsert, "kind" | "linkId" | "by">;

/** A letter about a link. One with `owed` must come, if not now for the limit, then with others of its kind. */
export type LinkLetter = Outgoing & { to: string; kind: LetterKind; owed?: Owed };

/** So many owners are written to by the act itself; of an act that concerns thousands the worker tells the others. */
const mostAtOnce = 300;

/**
 * Writes letters about links, five of a kind an hour to each address; of what is over that, letters to owners are
 * noted as owed. Comes last in an act: counters are held until it is saved, and everybody takes them in one order.
 */
export async function mailAboutLinks(tx: Tx, letters: LinkLetter[], fallback: Language) {
  const later = new Set(letters.filter(({ owed }) => owed).slice(mostAtOnce));
  const first = letters.filter((letter) => !later.has(letter));
  // What its receiver reads in a digest floods nobody, so it is not counted and never left out.
  const choices = await findChoices(tx, first);
  const counted = first.filter((_, index) => !choices[index]);
  const allowed = await mayMailAllIn(tx, counted);
  const refused = new Set(counted.filter((_, index) => !allowed[index]));
  await sendMany(
    tx,
    first.filter((letter) => !refused.has(letter)),
    fallback,
  );
  await owe(tx, [...refused, ...later]);
}

async function owe(tx: Tx, letters: LinkLetter[]) {
  const rows = letters.flatMap(({ to, owed }) => (owed ? [{ id: newId(), to, ...owed }] : []));
  if (rows.length === 0) return;
  const column = (name: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[name]));
  await tx.execute(sql`
    insert into owed_letters (id, recipient, kind, link_id, by, at)
    select u.*, ${now().toISOString()}::timestamptz from unnest(${column("id")}::uuid[], ${column("to")}::text[],
      ${column("kind")}::text[], ${column("linkId")}::uuid[], ${column("by")}::text[]) as u`);
}
