import { inArray, sql } from "drizzle-orm";
import { asWorker, type Tx } from "@/db/client";
import { owedLetters } from "@/db/schema";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { ownersDigestLetter } from "@/lib/mail/letters/owners-digest";
import { type Outgoing, sendMany } from "@/lib/mail/send-many";

type Row = {
  id: string;
  recipient: string;
  kind: "seller-linked" | "seller-unlinked";
  at: string;
  by: string;
  clientId: string;
  partner: string;
  shopName: string;
  sellerId: string;
  open: boolean;
};

/** A letter lists so many, open access first; the others stand on the page where its button leads. */
const mostListed = 200;
const atOnce = 1000;

/**
 * Writes one letter to each owner who is owed letters about access, at most one an hour: those that the hourly limit
 * had no room for, and those of an act that ended thousands of links. So these letters always come, however many
 * links somebody makes to hide one. Resolves to their number.
 */
export async function tellOwnersTheRest(): Promise<number> {
  let written = 0;
  for (;;) {
    const { letters, rows } = await tellSome();
    written += letters;
    if (rows < atOnce) return written;
  }
}

async function tellSome() {
  return asWorker(async (tx) => {
    const [turn] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('tell owners the rest')) as mine`,
    );
    if (!turn?.mine) return { letters: 0, rows: 0 };
    const byOwner = new Map<string, Row[]>();
    const rows = await listOwed(tx);
    for (const row of rows) {
      const owed = byOwner.get(row.recipient);
      if (owed) owed.push(row);
      else byOwner.set(row.recipient, [row]);
    }
    const letters = [...byOwner].map(([to, owed]) => digestOf(to, owed));
    await sendMany(tx, letters, "en");
    for (let from = 0; from < rows.length; from += 500) {
      const ids = rows.slice(from, from + 500).map(({ id }) => id);
      await tx.delete(owedLetters).where(inArray(owedLetters.id, ids));
    }
    return { letters: letters.length, rows: rows.length };
  });
}

/** Some of what is owed to those who got no such letter within the hour, each owner's open access first, then the newest. */
async function listOwed(tx: Tx) {
  const at = now();
  const hourAgo = new Date(at.getTime() - 3_600_000).toISOString();
  const rows = await tx.execute<Row>(sql`
    select w.id, w.recipient, w.kind, w.at, w.by, c.client_id as "clientId", o.name as partner,
      l.shop_name as "shopName", l.seller_id as "sellerId",
      link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at.toISOString()}) as open
    from owed_letters w join seller_links l on l.id = w.link_id join clients c on c.id = l.client_row_id
      join organisations o on o.id = c.organisation_id
    where not exists (select 1 from mails m
      where m.recipient = w.recipient and m.kind = 'owners-digest' and m.created_at > ${hourAgo})
    order by w.recipient, w.kind = 'seller-linked' and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at.toISOString()}) desc,
      w.at desc, w.id limit ${atOnce}`);
  return [...rows];
}

function digestOf(to: string, owed: Row[]): Outgoing {
  const lines = owed
    .slice(0, mostListed)
    .map((row) => ({ ...row, at: new Date(row.at), sellerId: Number(row.sellerId) }));
  const facts = { href: `${env().PUBLIC_URL}/links`, lines, more: Math.max(0, owed.length - mostListed) };
  return { to, write: (language) => ownersDigestLetter(language, facts) };
}
