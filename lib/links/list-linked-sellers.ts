import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type EndReason, sellerLinks, type ToldBy, type Via } from "@/db/schema";
import { now } from "../clock";
import { judgeChain, type Lamp, type LampName } from "./judge-chain";
import {
  beginsWith,
  clientFacts,
  endingAt,
  firstDarkAt,
  healthNow,
  isNumberShaped,
  isOpenAt,
  type LinkHealth,
  type LinkNarrowing,
  type LinkStatus,
  narrowLinks,
  statusAt,
} from "./narrow-links";
import { type LinkSort, type LinkStretch, readCursor, stretchesOf, writeCursor } from "./sort-links";

export { type LinkHealth, type LinkStatus, linkHealths, linkStatuses } from "./narrow-links";
export { allSorts, type LinkSort, linkSorts } from "./sort-links";

/** Which of a client's links to list, and how; newest first when nothing is said. */
export type LinkFilter = LinkNarrowing & { sort?: LinkSort };

/** A linked seller as the client's side sees it. */
export type LinkedSellerView = {
  linkId: string;
  sellerId: number;
  shopName: string;
  clientId: string;
  status: LinkStatus;
  since: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
  reason: EndReason | null;
  reference: string | null;
  via: Via;
  toldAt: Date | null;
  toldBy: ToldBy | null;
  firstCallAt: Date | null;
  lastUsedAt: Date | null;
  failingSince: Date | null;
  health: LinkHealth;
  lamps: Lamp[];
  /** The first lamp that is not lit; null when all six are. */
  firstDark: LampName | null;
};

/** One page, and where the next begins: an opaque text for `after`, null at the end. */
export type LinkPage = { items: LinkedSellerView[]; next: string | null };

/**
 * One page of the sellers linked, or once linked, to a client of the organisation. Keyset by sort value and link id:
 * every link that stays is seen exactly once, however many come or go between two pages. An `after` that is not ours
 * begins at the start.
 */
export function listLinkedSellers(
  organisationId: string,
  clientRowId: string,
  filter: LinkFilter,
  page: { after?: string; limit?: number } = {},
): Promise<LinkPage> {
  return inOrganisation({ organisationId }, (tx) => readLinkedSellers(tx, clientRowId, filter, page));
}

/** The same inside a transaction of the organisation. */
export async function readLinkedSellers(
  tx: Tx,
  clientRowId: string,
  filter: LinkFilter,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<LinkPage> {
  const sort = filter.sort ?? "-since";
  const isNumber = await meansNumber(tx, clientRowId, filter);
  const rows: Awaited<ReturnType<typeof queryLinkedSellers>> = [];
  for (const stretch of stretchesOf(sort, after ? readCursor(after, sort) : null)) {
    const missing = limit + 1 - rows.length;
    if (missing > 0)
      rows.push(...(await queryLinkedSellers(tx, clientRowId, filter, stretch, missing, isNumber)));
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor(sort, { value: last.key, id: last.linkId }) : null;
  return { items: shown.map(toView), next };
}

/** How many there are, counted up to `cap`; so much costs the same however many there are. */
export async function countLinkedSellers(
  organisationId: string,
  clientRowId: string,
  filter: LinkNarrowing,
  cap = 1000,
): Promise<number> {
  const at = now().toISOString();
  return inOrganisation({ organisationId }, async (tx) => {
    const isNumber = await meansNumber(tx, clientRowId, filter);
    const few = tx
      .select({ one: sql`1` })
      .from(sellerLinks)
      .innerJoin(clientFacts(clientRowId, at), sql`true`)
      .where(and(eq(sellerLinks.clientRowId, clientRowId), ...narrowLinks(filter, at, isNumber)))
      .limit(cap);
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${few}) as few`);
    return row?.n ?? 0;
  });
}

/** The query of one stretch of the list: one walk along the index of its sort, ended by `limit`. */
export function queryLinkedSellers(
  tx: Tx,
  clientRowId: string,
  filter: LinkNarrowing,
  { only, order, value }: LinkStretch,
  limit: number,
  isNumber: boolean,
) {
  const at = now().toISOString();
  const fact = (name: string) => sql<Date | null>`c.${sql.identifier(name)}`.mapWith(sellerLinks.endsAt);
  return tx
    .select({
      linkId: sellerLinks.id,
      sellerId: sellerLinks.sellerId,
      shopName: sellerLinks.shopName,
      clientId: sql<string>`c.client_id`,
      status: statusAt(at),
      linkOpen: isOpenAt(at),
      since: sellerLinks.createdAt,
      expiresAt: endingAt,
      endedAt: sellerLinks.unlinkedAt,
      reason: sellerLinks.reason,
      reference: sellerLinks.reference,
      via: sellerLinks.via,
      toldAt: sellerLinks.toldAt,
      toldBy: sellerLinks.toldBy,
      firstCallAt: sellerLinks.firstCallAt,
      lastUsedAt: sellerLinks.lastUsedAt,
      failingSince: sellerLinks.failingSince,
      health: healthNow,
      firstDark: firstDarkAt(at),
      clientCreatedAt: fact("created_at"),
      suspendedAt: fact("suspended_at"),
      deletedAt: fact("deleted_at"),
      secretCreatedAt: fact("secret_at"),
      firstTokenAt: fact("first_token_at"),
      key: value,
    })
    .from(sellerLinks)
    .innerJoin(clientFacts(clientRowId, at), sql`true`)
    .where(and(eq(sellerLinks.clientRowId, clientRowId), only, ...narrowLinks(filter, at, isNumber)))
    .orderBy(...order)
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof queryLinkedSellers>>[number];

function toView(row: Row): LinkedSellerView {
  const { key, linkOpen, clientCreatedAt, suspendedAt, deletedAt, secretCreatedAt, firstTokenAt, ...view } =
    row;
  const { since: linkCreatedAt, toldAt, firstCallAt } = view;
  const client = { clientCreatedAt, suspendedAt, deletedAt, secretCreatedAt, firstTokenAt };
  return { ...view, lamps: judgeChain({ ...client, linkOpen, linkCreatedAt, toldAt, firstCallAt }) };
}

/** Digits mean SellerIds wherever one begins with them; else, as any words, a name or a reference. */
export async function meansNumber(tx: Tx, clientRowId: string, { q }: LinkNarrowing) {
  if (!q || !isNumberShaped(q)) return false;
  const some = tx
    .select({ one: sql`1` })
    .from(sellerLinks)
    .where(and(eq(sellerLinks.clientRowId, clientRowId), beginsWith(q.trim())))
    .limit(1);
  return (await some).length > 0;
}
