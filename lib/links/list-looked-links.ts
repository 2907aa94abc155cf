import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, organisations, sellerLinks } from "@/db/schema";
import { now } from "../clock";
import { isId } from "../id";
import { type ChainFacts, judgeChain, type Lamp } from "./judge-chain";
import type { ChainFactsRow } from "./judge-telling";
import { isOpenAt } from "./narrow-links";

/** A link in a list of the operator's: both of its ends, how far its chain is, and nothing that either side noted. */
export type LookedLinkView = {
  id: string;
  clientRowId: string;
  clientId: string;
  partner: string;
  sellerId: number;
  shopName: string;
  since: Date;
  endedAt: Date | null;
  open: boolean;
  lamps: Lamp[];
};

export type LookedLinksPage = { items: LookedLinkView[]; next: string | null };

const pageSize = 50;

/** One page of the links that meet a condition, newest first; `after` is the last link of the page before. */
export async function listLookedLinks(tx: Tx, where: SQL, after?: string): Promise<LookedLinksPage> {
  const at = now().toISOString();
  const place = sql`(${sellerLinks.createdAt}, ${sellerLinks.id})`;
  const last = sql`(select l.created_at, l.id from seller_links l where l.id = ${after})`;
  const rows = await tx
    .select({
      link: sellerLinks,
      clientId: clients.clientId,
      partner: organisations.name,
      open: isOpenAt(at),
    })
    .from(sellerLinks)
    .innerJoin(clients, eq(clients.id, sellerLinks.clientRowId))
    .innerJoin(organisations, eq(organisations.id, clients.organisationId))
    .where(and(where, after && isId(after) ? sql`${place} < ${last}` : undefined))
    .orderBy(desc(sellerLinks.createdAt), desc(sellerLinks.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const facts = await readFacts(
    tx,
    shown.map(({ link }) => link.id),
    at,
  );
  const items = shown.map(({ link, open, ...names }) => ({
    ...names,
    id: link.id,
    clientRowId: link.clientRowId,
    sellerId: link.sellerId,
    shopName: link.shopName,
    since: link.createdAt,
    endedAt: link.unlinkedAt,
    open,
    lamps: judgeChain(factsOf(link, open, facts.get(link.id))),
  }));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
}

async function readFacts(tx: Tx, links: string[], at: string) {
  const facts = await tx.execute<ChainFactsRow & { link_id: string }>(
    sql`select * from chain_facts(${sql.param(links)}::uuid[], ${at})`,
  );
  return new Map([...facts].map((row) => [row.link_id, row]));
}

function factsOf(link: typeof sellerLinks.$inferSelect, linkOpen: boolean, row?: ChainFactsRow): ChainFacts {
  const date = (value: string | null | undefined) => (value ? new Date(value) : null);
  return {
    clientCreatedAt: date(row?.client_created_at),
    suspendedAt: date(row?.suspended_at),
    deletedAt: date(row?.deleted_at),
    secretCreatedAt: date(row?.secret_created_at),
    linkOpen,
    linkCreatedAt: link.createdAt,
    toldAt: link.toldAt,
    firstTokenAt: date(row?.first_token_at),
    firstCallAt: link.firstCallAt,
  };
}
