import { sql } from "drizzle-orm";
import { asWorker, type Tx } from "@/db/client";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { linksDigestLetter } from "@/lib/mail/letters/digest";
import { send } from "@/lib/mail/send";
import { digestKind, isUntold } from "./untold-links";

type Row = {
  id: string;
  clientRowId: string;
  clientId: string;
  contactEmail: string;
  sellerId: string;
  shopName: string;
  reference: string | null;
};

/** A letter lists so many; the others stand on the client's page, where its button leads. */
const mostListed = 200;

/**
 * Writes one letter to the contact of each client that has links nobody told it of, at most one an hour. Its leaving
 * lights their lamps. Resolves to the number of letters.
 */
export async function tellTheRest(): Promise<number> {
  return asWorker(async (tx) => {
    const [turn] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('tell the rest')) as mine`,
    );
    if (!turn?.mine) return 0;
    const rows = await listUntold(tx);
    const byClient = new Map<string, Row[]>();
    for (const row of rows) {
      const links = byClient.get(row.clientRowId);
      if (links) links.push(row);
      else byClient.set(row.clientRowId, [row]);
    }
    for (const links of byClient.values()) await writeDigest(tx, links);
    return byClient.size;
  });
}

async function listUntold(tx: Tx) {
  const at = now();
  const hourAgo = new Date(at.getTime() - 3_600_000).toISOString();
  const rows = await tx.execute<Row>(sql`
    select l.id, c.id as "clientRowId", c.client_id as "clientId", c.contact_email as "contactEmail",
      l.seller_id as "sellerId", l.shop_name as "shopName", l.reference
    from seller_links l join clients c on c.id = l.client_row_id
    where ${isUntold(at)} and c.deleted_at is null
      and not exists (select 1 from mails m join seller_links k on k.id = m.tells_link_id
        where m.kind = ${digestKind} and k.client_row_id = c.id
          and (m.created_at > ${hourAgo} or (m.sent_at is null and m.failed_at is null)))
    order by l.client_row_id, l.created_at, l.id limit 10000`);
  return [...rows];
}

async function writeDigest(tx: Tx, links: Row[]) {
  const [first] = links;
  if (!first) return;
  const { id, clientRowId, clientId, contactEmail } = first;
  const facts = {
    clientId,
    href: `${env().PUBLIC_URL}/clients/${clientRowId}`,
    links: links.slice(0, mostListed),
    more: Math.max(0, links.length - mostListed),
  };
  await send(tx, contactEmail, (language) => linksDigestLetter(language, facts), "en", id);
}
