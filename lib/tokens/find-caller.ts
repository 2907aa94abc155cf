import { asMachine } from "@/db/client";
import { now } from "../clock";
import { isId } from "../id";
import { ask } from "./ask";
import type { Claims } from "./claims";
import { tokenMadeAt } from "./token-id";

/** The seller account a call is about. */
export type CalledSeller = {
  sellerId: number;
  shopName: string;
  contactEmail: string;
  createdAt: Date;
  isOpenTest: boolean;
};

/** What one statement says about a call: may this token still be used, and does this seller account let it in. */
export type Caller = {
  clientRowId: string;
  isStarter: boolean;
  isRevoked: boolean;
  isLinked: boolean;
  hasCalledBefore: boolean;
  seller: CalledSeller | null;
};

type Row = {
  id: string;
  is_starter: boolean;
  works: boolean;
  tokens_not_before: Date | null;
  is_ended: boolean;
  is_linked: boolean;
  first_call_at: Date | null;
  seller_id: string | null;
  shop_name: string;
  contact_email: string;
  created_at: Date;
  is_open_test: boolean;
};

/**
 * Reads client, seller account and link at this moment, all in one statement and nothing from a cache: the end of a
 * link, a suspension or a cut works on the very next call. The link is judged by the predicate the chain shows.
 * `null` when the token names no client of ours.
 */
export async function findCaller(claims: Claims, sellerId: number | null): Promise<Caller | null> {
  if (!isId(claims.sub)) return null;
  const [row] = await ask(asMachine()<Row[]>`
    select c.id, c.starter_since is not null as is_starter,
      c.suspended_at is null and c.deleted_at is null and o.suspended_at is null as works,
      c.tokens_not_before, exists (select 1 from ended_tokens e where e.token_id = ${claims.jti}) as is_ended,
      l.id is not null as is_linked, l.first_call_at,
      s.seller_id, s.shop_name, s.contact_email, s.created_at, s.open_test_since is not null as is_open_test
    from clients c join organisations o on o.id = c.organisation_id
    left join sellers s on s.seller_id = ${sellerId}
    left join seller_links l on l.client_row_id = c.id and l.seller_id = ${sellerId} and l.unlinked_at is null
      and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${now()})
    where c.id = ${claims.sub}`);
  if (!row) return null;
  const cutAt = row.tokens_not_before?.getTime() ?? 0;
  return {
    clientRowId: row.id,
    isStarter: row.is_starter,
    isRevoked: !row.works || row.is_ended || tokenMadeAt(claims) <= cutAt,
    isLinked: row.is_linked,
    hasCalledBefore: row.first_call_at !== null,
    seller: row.seller_id === null ? null : toSeller(row, Number(row.seller_id)),
  };
}

function toSeller(row: Row, sellerId: number): CalledSeller {
  return {
    sellerId,
    shopName: row.shop_name,
    contactEmail: row.contact_email,
    createdAt: row.created_at,
    isOpenTest: row.is_open_test,
  };
}
