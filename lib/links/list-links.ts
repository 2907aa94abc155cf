import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type EndReason, people, sellerLinks, type Via } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { judgeChain, type Lamp } from "./judge-chain";
import type { ChainFactsRow } from "./judge-telling";
import { endingAt, healthNow, isOpenAt, type LinkHealth } from "./narrow-links";
import { isRestorable } from "./restore-link";
import { isTimeText } from "./sort-links";

/** Who has access to which of my seller accounts, or had. */
export type LinkView = {
  id: string;
  clientRowId: string;
  clientId: string;
  /** What the organisation behind the client is called, by its entry in the directory where it has one. */
  partner: string;
  /** A domain that the organisation has proven to be its own. */
  domain: string | null;
  /** The client belongs to the viewer's own organisation. */
  own: boolean;
  /** The client was deleted, so that nothing can be linked with it again. */
  gone: boolean;
  sellerId: number;
  shopName: string;
  via: Via;
  since: Date;
  /** Who of the organisation made it, if that is known. */
  by: string | null;
  lastUsedAt: Date | null;
  health: LinkHealth;
  endsAt: Date | null;
  /** An end that the seller has set for a day to come, and may take back. */
  plannedAt: Date | null;
  endedAt: Date | null;
  reason: EndReason | null;
  open: boolean;
  /** How many other accounts of the organisation the same client may act for now. */
  otherOpen: number;
  /** The same client may act for the same account by a later link. */
  openAgain: boolean;
  /** The viewer ended it minutes ago, and may take that back. */
  restorable: boolean;
  lamps: Lamp[];
};

export type LinksPage = { items: LinkView[]; next: string | null };
type Asked = { sellerId?: number; after?: string; limit?: number };

/**
 * One page of the links of the organisation's seller accounts, or of one of them: open ones first, newest first. An
 * `after` that is not ours begins at the start.
 */
export async function listLinks(
  viewer: Viewer,
  { sellerId, after, limit = 100 }: Asked = {},
): Promise<LinksPage> {
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await readRows(tx, organisationId, { sellerId, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const facts = await readFacts(
      tx,
      shown.map(({ id }) => id),
    );
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writePlace(last) : null;
    return { items: shown.map((row) => toView(row, facts.get(row.id), viewer)), next };
  });
}

function readRows(tx: Tx, organisationId: string, { sellerId, after, limit }: Asked & { limit: number }) {
  const at = now().toISOString();
  const place = after ? readPlace(after) : null;
  const order = sql`(${isOpenAt(at)}, ${sellerLinks.createdAt}, ${sellerLinks.id})`;
  return tx
    .select({
      id: sellerLinks.id,
      clientRowId: sellerLinks.clientRowId,
      clientOrganisationId: sellerLinks.clientOrganisationId,
      clientId: sql<string>`p.client_id`,
      partner: sql<string>`coalesce(p.listed_name, p.organisation_name)`,
      domain: sql<string | null>`case when p.domain_verified_at is not null then p.domain end`,
      gone: sql<boolean>`p.gone`,
      sellerId: sellerLinks.sellerId,
      shopName: sellerLinks.shopName,
      via: sellerLinks.via,
      since: sellerLinks.createdAt,
      sinceText: sql<string>`${sellerLinks.createdAt}::text`,
      by: people.name,
      lastUsedAt: sellerLinks.lastUsedAt,
      health: healthNow,
      endsAt: endingAt,
      plannedAt: sellerLinks.endsAt,
      endedAt: sellerLinks.unlinkedAt,
      endedBy: sellerLinks.unlinkedBy,
      expiresAt: sellerLinks.expiresAt,
      reason: sellerLinks.reason,
      toldAt: sellerLinks.toldAt,
      firstCallAt: sellerLinks.firstCallAt,
      open: isOpenAt(at),
      otherOpen: sql<number>`(select count(*)::int from seller_links o where o.client_row_id = seller_links.client_row_id
        and o.seller_organisation_id = ${organisationId} and o.id <> seller_links.id
        and link_is_open(o.unlinked_at, o.expires_at, o.ends_at, ${at}))`,
      openAgain: sql<boolean>`exists (select 1 from seller_links o where o.client_row_id = seller_links.client_row_id
        and o.seller_id = seller_links.seller_id and o.id <> seller_links.id
        and link_is_open(o.unlinked_at, o.expires_at, o.ends_at, ${at}))`,
    })
    .from(sellerLinks)
    .innerJoin(sql`partners_linked_to_me() p`, sql`p.client_row_id = ${sellerLinks.clientRowId}`)
    .leftJoin(people, eq(people.id, sellerLinks.createdBy))
    .where(
      and(
        eq(sellerLinks.sellerOrganisationId, organisationId),
        sellerId === undefined ? undefined : eq(sellerLinks.sellerId, sellerId),
        place
          ? sql`${order} < (${place.open}::boolean, ${place.since}::timestamptz, ${place.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(
      sql`${isOpenAt(at)} desc`,
      sql`${sellerLinks.createdAt} desc nulls last`,
      sql`${sellerLinks.id} desc nulls last`,
    )
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

async function readFacts(tx: Tx, ids: string[]) {
  if (ids.length === 0) return new Map<string, ChainFactsRow>();
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<ChainFactsRow & { link_id: string }>(
    sql`select * from chain_facts(array[${list}]::uuid[], ${now().toISOString()})`,
  );
  return new Map([...rows].map((row) => [row.link_id, row]));
}

function toView(row: Row, facts: ChainFactsRow | undefined, viewer: Viewer): LinkView {
  const { clientOrganisationId, sinceText, toldAt, firstCallAt, endedBy, expiresAt, ...view } = row;
  const own = clientOrganisationId === viewer.organisation.id;
  const date = (value: string | null | undefined) => (value ? new Date(value) : null);
  const lamps = judgeChain({
    clientCreatedAt: date(facts?.client_created_at),
    suspendedAt: date(facts?.suspended_at),
    deletedAt: date(facts?.deleted_at),
    secretCreatedAt: date(facts?.secret_created_at),
    linkOpen: row.open,
    linkCreatedAt: row.since,
    toldAt,
    firstTokenAt: date(facts?.first_token_at),
    firstCallAt,
  });
  const plannedAt =
    row.open && row.plannedAt && Number(row.plannedAt) === Number(row.endsAt) ? row.plannedAt : null;
  const ended = { unlinkedAt: row.endedAt, unlinkedBy: endedBy, expiresAt, endsAt: row.plannedAt };
  const restorable = !row.gone && !row.openAgain && isRestorable(ended, viewer);
  // When a partner made its secret or got its first token is its own business.
  return {
    ...view,
    plannedAt,
    own,
    restorable,
    lamps: own ? lamps : lamps.map((lamp) => ({ ...lamp, at: null })),
  };
}

type Place = { open: boolean; since: string; id: string };

function writePlace({ open, sinceText, id }: Row) {
  return Buffer.from(JSON.stringify([open, sinceText, id])).toString("base64url");
}

function readPlace(text: string): Place | null {
  try {
    const [open, since, id]: unknown[] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const isRow = typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const isPlace = typeof open === "boolean" && typeof since === "string" && isTimeText(since) && isRow;
    return isPlace ? { open, since, id } : null;
  } catch {
    return null;
  }
}
