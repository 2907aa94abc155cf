import { type SQL, sql } from "drizzle-orm";
import { sellerLinks } from "@/db/schema";
import { inSeconds } from "../clock";
import type { LampName } from "./judge-chain";
import { foldTag } from "./tags";

export const linkStatuses = ["open", "ended", "expired"] as const;
export const linkHealths = ["ok", "failing", "unknown"] as const;
export type LinkStatus = (typeof linkStatuses)[number];
export type LinkHealth = (typeof linkHealths)[number];

/** How near an end must be to count as soon. */
export const soonDays = 30;

/** Which links are meant; what is left out does not narrow. */
export type LinkNarrowing = {
  /** A SellerId from its first digit on, a piece of the shop's name, or of the own reference. */
  q?: string;
  status?: LinkStatus;
  /** The first lamp of the chain that is not lit. */
  lamp?: LampName;
  health?: LinkHealth;
  /** Open links that end by themselves within thirty days. */
  ends?: "soon";
  /** Sellers on which the client's owner put this tag. */
  tag?: string;
};

const { unlinkedAt, expiresAt, endsAt, reason, failingSince, lastUsedAt, toldAt, firstCallAt } = sellerLinks;

/** The end that a link has ahead of it or behind it by its own times. */
export const endingAt = sql<Date | null>`least(${expiresAt}, ${endsAt})`.mapWith(endsAt);

/** The predicate that the Seller API asks at each call. */
export const isOpenAt = (at: string) =>
  sql<boolean>`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${at})`;

/** *expired*: its time was over; *ended*: somebody ended it. A planned end carries its reason beforehand. */
export const statusAt = (at: string) =>
  sql<LinkStatus>`case when ${isOpenAt(at)} then 'open' when coalesce(${reason}, 'lapsed') = 'lapsed' then 'expired' else 'ended' end`;

/** How the link fared in use lately. */
export const healthNow = sql<LinkHealth>`case when ${failingSince} is not null then 'failing' when ${lastUsedAt} is null then 'unknown' else 'ok' end`;

/** The rule of `judgeChain`, as SQL over a link and the facts `c` of its client. */
export const firstDarkAt = (at: string) =>
  sql<LampName | null>`case when not c.works then 'client' when c.secret_at is null then 'secret' when not ${isOpenAt(at)} then 'link' when ${toldAt} is null then 'told' when c.first_token_at is null then 'token' when ${firstCallAt} is null then 'call' end`;

/**
 * The one row of facts, `c`, that all links of a client share; none for somebody else's client. The `offset` keeps the
 * planner from asking for them once per link.
 */
export const clientFacts = (clientRowId: string, at: string) => sql`(
  select k.client_id, k.created_at, k.suspended_at, k.deleted_at, k.first_token_at,
    k.suspended_at is null and k.deleted_at is null as works,
    (select max(x.created_at) from secrets x where x.client_row_id = k.id and x.retired_at is null
      and (x.ends_at is null or x.ends_at > ${at})) as secret_at
  from clients k where k.id = ${clientRowId} offset 0) c`;

/** The conditions of a narrowing. `isNumber`: what is looked for is the beginning of a SellerId, and nothing else. */
export function narrowLinks(
  { q, status, lamp, health, ends, tag }: LinkNarrowing,
  at: string,
  isNumber: boolean,
): (SQL | undefined)[] {
  return [
    q?.trim() ? (isNumber ? beginsWith(q.trim()) : mentions(q)) : undefined,
    status && statusIs(status, at),
    lamp && sql`${firstDarkAt(at)} = ${lamp}`,
    // Plain conditions where there is one: a CASE is nothing that an index could know.
    health && (health === "failing" ? sql`${failingSince} is not null` : sql`${healthNow} = ${health}`),
    ends &&
      sql`${isOpenAt(at)} and least(${expiresAt}, ${endsAt}) < ${inSeconds(soonDays * 86_400).toISOString()}`,
    tag ? isTagged(tag) : undefined,
  ];
}

/** Both sides have an index for it: few tagged sellers are looked up, of many each link asks. */
function isTagged(tag: string) {
  return sql`exists (select 1 from seller_tags g where g.client_row_id = ${sellerLinks.clientRowId}
    and g.fold = ${foldTag(tag)} and g.seller_id = ${sellerLinks.sellerId})`;
}

function statusIs(status: LinkStatus, at: string) {
  if (status === "open") return isOpenAt(at);
  const isLapsed = sql`coalesce(${reason}, 'lapsed') = 'lapsed'`;
  return status === "expired"
    ? sql`not ${isOpenAt(at)} and ${isLapsed}`
    : sql`not ${isOpenAt(at)} and not ${isLapsed}`;
}

/** Whether a text can be the beginning of a SellerId. */
export const isNumberShaped = (q: string | undefined) => /^[1-9]\d{0,11}$/.test(q?.trim() ?? "");

/** SellerIds with these first digits, as ranges that an index on the number serves. */
export function beginsWith(digits: string) {
  const ranges = Array.from({ length: 13 - digits.length }, (_, zeros) => {
    const from = Number(digits) * 10 ** zeros;
    return sql`${sellerLinks.sellerId} between ${from} and ${from + 10 ** zeros - 1}`;
  });
  return sql`(${sql.join(ranges, sql` or `)})`;
}

/** A piece of the shop's name, however it is written, or of the reference. */
function mentions(text: string) {
  const q = text.trim().slice(0, 100);
  const named = sql`strpos(${sellerLinks.shopFold}, nullif(name_fold(${q}), '')) > 0`;
  const referred = sql`strpos(lower(${sellerLinks.reference}), lower(${q})) > 0`;
  return sql`(${named} or ${referred})`;
}
