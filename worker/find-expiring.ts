import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "@/lib/clock";

/** So many days before its end a link is spoken of, and a secret. */
const linkDays = [1, 7, 30];
const secretDays = [1, 7];
const atOnce = 2000;

/** What a client is told about, whatever it is that ends. */
export type Expiring = {
  id: string;
  clientRowId: string;
  clientId: string;
  contactEmail: string;
  organisationId: string;
  /** The mark it has passed: it ends within so many days. */
  days: number;
  endsAt: string;
};
export type ExpiringLink = Expiring & {
  sellerOrganisationId: string | null;
  sellerId: string;
  shopName: string;
  reference: string | null;
};
export type ExpiringSecret = Expiring & { hint: string };

/**
 * Open links that have passed a mark before their end and were not spoken of since. Those whose contact got such a
 * letter within the hour wait, so that one letter tells of many.
 */
export async function findExpiringLinks(tx: Tx): Promise<ExpiringLink[]> {
  const ends = sql`least(l.expires_at, l.ends_at)`;
  const rows = await tx.execute<ExpiringLink>(sql`
    select l.id, l.client_row_id as "clientRowId", c.client_id as "clientId", c.contact_email as "contactEmail",
      l.client_organisation_id as "organisationId", l.seller_organisation_id as "sellerOrganisationId",
      l.seller_id as "sellerId", l.shop_name as "shopName", l.reference, e.days, e.ends_at as "endsAt"
    from seller_links l join clients c on c.id = l.client_row_id
      cross join lateral (select ${markOf(ends, linkDays)} as days, ${asText(ends)} as ends_at) e
    where l.unlinked_at is null and ${isSoon(ends, linkDays)}
      and ${isUnspoken("link.expiring")} and ${hasRest("links-expiring")}
    order by ${ends}, l.id limit ${atOnce}`);
  return [...rows];
}

/** The same of secrets that work and have an end. */
export async function findExpiringSecrets(tx: Tx): Promise<ExpiringSecret[]> {
  const ends = sql`l.ends_at`;
  const rows = await tx.execute<ExpiringSecret>(sql`
    select l.id, l.client_row_id as "clientRowId", c.client_id as "clientId", c.contact_email as "contactEmail",
      l.organisation_id as "organisationId", l.hint, e.days, e.ends_at as "endsAt"
    from secrets l join clients c on c.id = l.client_row_id
      cross join lateral (select ${markOf(ends, secretDays)} as days, ${asText(ends)} as ends_at) e
    where l.retired_at is null and c.deleted_at is null and ${isSoon(ends, secretDays)}
      and ${isUnspoken("secret.expiring")} and ${hasRest("secrets-expiring")}
    order by ${ends}, l.id limit ${atOnce}`);
  return [...rows];
}

function isSoon(ends: SQL, days: number[]) {
  return sql`${ends} > ${inDays(0)} and ${ends} <= ${inDays(Math.max(...days))}`;
}

/** The nearest mark that an end has passed. */
function markOf(ends: SQL, days: number[]) {
  const whens = days.map((count) => sql`when ${ends} <= ${inDays(count)} then ${sql.raw(String(count))}`);
  return sql`case ${sql.join(whens, sql` `)} end`;
}

/** As an event holds it, and JavaScript writes it. */
function asText(ends: SQL) {
  return sql`to_char(${ends} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Of another end, or at another mark, is another reminder. Worded like the index that lets each be there once. */
function isUnspoken(type: "link.expiring" | "secret.expiring") {
  return sql`not exists (select 1 from events v where v.type = ${sql.raw(`'${type}'`)}
    and coalesce(v.data ->> 'linkId', v.data ->> 'secretId') = l.id::text
    and v.data ->> 'days' = e.days::text and v.data ->> 'endsAt' = e.ends_at)`;
}

function hasRest(kind: string) {
  return sql`not exists (select 1 from mails m
    where m.recipient = c.contact_email and m.kind = ${kind} and m.created_at > ${inDays(-1 / 24)})`;
}

function inDays(days: number) {
  return sql`${new Date(now().getTime() + days * 86_400_000).toISOString()}::timestamptz`;
}
