import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NoticeChoice } from "@/db/schema";
import { foldEmail } from "../input";
import { findNotice, type LetterKind, type NoticeName } from "./notices";

/** A letter as far as its way depends on it. */
type Letter = { to: string | null; kind: LetterKind; tellsLinkId?: string | null };

/** Who chose how to hear of what. */
export type Choice = { personId: string; notice: NoticeName; choice: NoticeChoice };

/**
 * How the receiver of each letter wants to hear of what it tells; null where it goes by mail in any case: those that
 * always come, those whose leaving is what tells the other side of a link, and those to somebody who chose nothing.
 */
export async function findChoices(tx: Tx, letters: Letter[]): Promise<(Choice | null)[]> {
  const asked = letters.map(({ to, kind, tellsLinkId }) => {
    // Asked for nobody too, who has chosen nothing: one question less would tell that there is nobody.
    const notice = tellsLinkId ? null : findNotice(kind);
    return notice && { notice, fold: foldEmail(to ?? "") };
  });
  const pairs = new Map(asked.flatMap((one) => (one ? [[`${one.notice} ${one.fold}`, one]] : [])));
  if (pairs.size === 0) return letters.map(() => null);
  const column = (name: "fold" | "notice") => sql.param([...pairs.values()].map((pair) => pair[name]));
  const rows = await tx.execute<{ key: string; person_id: string; choice: NoticeChoice }>(sql`
    select u.notice || ' ' || u.fold as key, c.person_id, c.choice
    from unnest(${column("fold")}::text[], ${column("notice")}::text[]) as u(fold, notice)
      cross join lateral notice_choice(u.fold, u.notice) c`);
  const choices = new Map([...rows].map((row) => [row.key, row]));
  return asked.map((one) => {
    const row = one && choices.get(`${one.notice} ${one.fold}`);
    return row && row.choice !== "mail"
      ? { personId: row.person_id, notice: one.notice, choice: row.choice }
      : null;
  });
}
