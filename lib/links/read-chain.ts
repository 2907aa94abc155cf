import { sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { type ChainFacts, judgeChain, type Lamp } from "./judge-chain";

/** The chain of one client and, where there is or was one, one seller account. */
export type ChainView = {
  clientRowId: string | null;
  clientId: string | null;
  sellerId: number | null;
  shopName: string | null;
  lamps: Lamp[];
};

type Row = Record<keyof Omit<ChainFacts, "linkOpen">, string | null> & {
  clientRowId: string;
  clientId: string;
  sellerId: string | null;
  shopName: string | null;
  linkOpen: boolean;
};

/**
 * The chains of the organisation's own clients, the most advanced first: one for each client and seller account
 * linked now, or else for its last link, or else for the client alone. At most 100. The link lamp asks the very
 * predicate that the Seller API asks at each call.
 */
export async function listChains(viewer: Viewer, clientRowId?: string): Promise<ChainView[]> {
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, (tx) => readChains(tx, organisationId, clientRowId));
}

/** The same inside a transaction that sees that organisation. */
export async function readChains(tx: Tx, organisationId: string, clientRowId?: string): Promise<ChainView[]> {
  const at = now().toISOString();
  const only = clientRowId ? sql`and c.id = ${clientRowId}` : sql`and c.deleted_at is null`;
  const rows = await tx.execute<Row>(sql`
      select c.id as "clientRowId", c.client_id as "clientId", c.created_at as "clientCreatedAt",
        coalesce(c.suspended_at, o.suspended_at) as "suspendedAt", c.deleted_at as "deletedAt", c.first_token_at as "firstTokenAt",
        live.created_at as "secretCreatedAt", l.seller_id as "sellerId", s.shop_name as "shopName",
        coalesce(l.is_open, false) as "linkOpen", l.created_at as "linkCreatedAt", l.told_at as "toldAt", l.first_call_at as "firstCallAt"
      from clients c join organisations o on o.id = c.organisation_id
      left join lateral (
        select x.created_at from secrets x where x.client_row_id = c.id and x.retired_at is null
          and (x.ends_at is null or x.ends_at > ${at}) order by x.created_at desc limit 1
      ) live on true
      left join lateral (
        select distinct on (k.seller_id) k.*, link_is_open(k.unlinked_at, k.expires_at, k.ends_at, ${at}) as is_open
        from seller_links k where k.client_row_id = c.id
        order by k.seller_id, link_is_open(k.unlinked_at, k.expires_at, k.ends_at, ${at}) desc, k.created_at desc
      ) l on true
      left join sellers s on s.seller_id = l.seller_id
      where c.organisation_id = ${organisationId} ${only}
      order by "linkOpen" desc, l.first_call_at is null, c.first_token_at is null, c.created_at desc
      limit 100`);
  return [...rows].map(toView);
}

/** The chain before there is a client: everything is still to do. */
export function emptyChain(): ChainView {
  const nothing = {
    suspendedAt: null,
    deletedAt: null,
    secretCreatedAt: null,
    linkCreatedAt: null,
    toldAt: null,
  };
  const facts = { ...nothing, clientCreatedAt: null, linkOpen: false, firstTokenAt: null, firstCallAt: null };
  return { clientRowId: null, clientId: null, sellerId: null, shopName: null, lamps: judgeChain(facts) };
}

function toView(row: Row): ChainView {
  const date = (value: string | null) => (value ? new Date(value) : null);
  const facts: ChainFacts = {
    clientCreatedAt: date(row.clientCreatedAt),
    suspendedAt: date(row.suspendedAt),
    deletedAt: date(row.deletedAt),
    secretCreatedAt: date(row.secretCreatedAt),
    linkOpen: row.linkOpen,
    linkCreatedAt: date(row.linkCreatedAt),
    toldAt: date(row.toldAt),
    firstTokenAt: date(row.firstTokenAt),
    firstCallAt: date(row.firstCallAt),
  };
  const { clientRowId, clientId, shopName } = row;
  return {
    clientRowId,
    clientId,
    sellerId: row.sellerId ? Number(row.sellerId) : null,
    shopName,
    lamps: judgeChain(facts),
  };
}
