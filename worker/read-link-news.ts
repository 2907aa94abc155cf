import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type LinkNews, linkNews } from "@/lib/mail/letters/clients-digest";

const soonMs = 14 * 86_400_000;
/** So many are named; the others are counted. */
const mostNamed = 5;

type Row = { name: LinkNews; count: number; examples: string[] | null };

/** What became of the links of an organisation's clients since a moment, and what of them wants a look now. */
export async function readLinkNews(tx: Tx, organisationId: string, since: Date, at: Date) {
  const [from, until, soon] = [since, at, new Date(at.getTime() + soonMs)].map((time) => time.toISOString());
  const open = sql`link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${until}::timestamptz)`;
  const conditions: Record<Exclude<LinkNews, "accepted">, SQL> = {
    opened: sql`l.created_at > ${from} and l.created_at <= ${until}`,
    ended: sql`l.unlinked_at > ${from} and l.unlinked_at <= ${until}`,
    failing: sql`l.failing_since is not null and ${open}`,
    ending: sql`least(l.expires_at, l.ends_at) <= ${soon} and ${open}`,
  };
  const links = Object.entries(conditions).map(
    ([name, condition]) => sql`
      select ${name}::text as name, count(*)::int as count,
        (array_agg(l.shop_name || ', SellerId ' || l.seller_id order by l.created_at desc, l.id))[1:${sql.raw(String(mostNamed))}] as examples
      from seller_links l join clients c on c.id = l.client_row_id
      where c.organisation_id = ${organisationId} and ${condition}`,
  );
  const accepted = sql`
    select 'accepted', count(*)::int,
      (array_agg(i.reference order by i.accepted_at desc) filter (where i.reference <> ''))[1:${sql.raw(String(mostNamed))}]
    from invitations i where i.organisation_id = ${organisationId} and i.accepted_at > ${from} and i.accepted_at <= ${until}`;
  const rows = [...(await tx.execute<Row>(sql.join([...links, accepted], sql` union all `)))];
  const of = (name: LinkNews) => {
    const { count = 0, examples } = rows.find((row) => row.name === name) ?? {};
    return { count, examples: examples ?? [] };
  };
  return Object.fromEntries(linkNews.map((name) => [name, of(name)])) as Record<
    LinkNews,
    ReturnType<typeof of>
  >;
}
