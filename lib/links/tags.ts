import { sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";

/** So many tags one seller carries at most, and so many different ones a client has. */
export const mostTagsOfSeller = 20;
export const mostTagsOfClient = 200;

/** A tag as compared: however it is written, it is the same. */
export const foldTag = (tag: string) => tag.normalize("NFKC").trim().toLowerCase();

/** The tags that a client's owner uses, by name. */
export function listTags(organisationId: string, clientRowId: string): Promise<string[]> {
  return inOrganisation({ organisationId }, (tx) => readTags(tx, clientRowId));
}

/** The same inside a transaction: one step of the index per tag, however many sellers carry it. */
export async function readTags(tx: Tx, clientRowId: string) {
  const rows = await tx.execute<{ tag: string }>(sql`
    with recursive used as (
      (select g.fold, g.tag from seller_tags g where g.client_row_id = ${clientRowId} order by g.fold limit 1)
      union all
      select n.fold, n.tag from used u cross join lateral (select g.fold, g.tag from seller_tags g
        where g.client_row_id = ${clientRowId} and g.fold > u.fold order by g.fold limit 1) n
    ) select tag from used order by fold`);
  return rows.map(({ tag }) => tag);
}

/** Lets one at a time add tags to a client's sellers, so that their numbers hold. */
export async function lockTags(tx: Tx, clientRowId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`tags ${clientRowId}`}))`);
}

/** The tag as the client's owner has written it before, or as now; null where one more would be too many. */
export async function spellTag(tx: Tx, clientRowId: string, tag: string) {
  const used = await readTags(tx, clientRowId);
  const known = used.find((one) => foldTag(one) === foldTag(tag));
  return known ?? (used.length < mostTagsOfClient ? tag : null);
}

/** What a client's owner wrote about one seller; nobody else sees it. */
export type SellerWordsView = { tags: string[]; note: string };

type Row = { seller_id: string; tags: string[]; note: string | null };

/** The organisation's own tags and notes for sellers of a client, by SellerId; none for whom there are no words. */
export async function listSellerWords(
  organisationId: string,
  clientRowId: string,
  sellerIds: number[],
): Promise<Map<number, SellerWordsView>> {
  const asked = sql.param([...new Set(sellerIds)].map(String));
  const rows = await inOrganisation({ organisationId }, (tx) =>
    tx.execute<Row>(sql`
      select u.id as seller_id, n.note, array(select g.tag from seller_tags g
          where g.client_row_id = ${clientRowId} and g.seller_id = u.id order by g.fold) as tags
      from unnest(${asked}::bigint[]) as u(id)
        left join seller_notes n on n.client_row_id = ${clientRowId} and n.seller_id = u.id`),
  );
  const said = rows.filter(({ tags, note }) => tags.length > 0 || note);
  return new Map(said.map(({ seller_id, tags, note }) => [Number(seller_id), { tags, note: note ?? "" }]));
}

/** The same for one. */
export async function findSellerWords(
  organisationId: string,
  { clientRowId, sellerId }: { clientRowId: string; sellerId: number },
): Promise<SellerWordsView> {
  const words = await listSellerWords(organisationId, clientRowId, [sellerId]);
  return words.get(sellerId) ?? { tags: [], note: "" };
}
