import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "../clock";
import { type ChainFacts, judgeChain } from "../links/judge-chain";
import type { ApiCaller } from "./caller";

type ClientFacts = {
  client_created_at: string;
  suspended_at: string | null;
  deleted_at: string | null;
  secret_created_at: string | null;
  first_token_at: string | null;
};

type Row = {
  id: string;
  seller_id: string;
  shop_name: string;
  status: "open" | "ended" | "expired";
  created_at: string;
  ends: string | null;
  reference: string | null;
  via: string;
  last_used_at: string | null;
  failing_since: string | null;
  told_at: string | null;
  first_call_at: string | null;
};

/** The links as they are now: one that is over is ended by somebody, or expired by its own time. */
export const statusOf = (at: string) => sql`case
  when link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}) then 'open'
  when coalesce(l.reason, 'lapsed') = 'lapsed' then 'expired' else 'ended' end`;

/**
 * The client's links as items of the API, by SellerId: of each seller account the newest alone. Who asks for a link
 * knows of it from then on, which lights its lamp.
 */
export async function readLinks(tx: Tx, caller: ApiCaller, where: SQL, limit: number) {
  const at = now().toISOString();
  const { clientRowId, clientId } = caller;
  const rows = [
    ...(await tx.execute<Row>(sql`
      select l.id, l.seller_id, l.shop_name, ${statusOf(at)} as status, l.created_at,
        least(l.expires_at, l.ends_at) as ends, l.reference, l.via, l.last_used_at, l.failing_since, l.told_at,
        l.first_call_at
      from seller_links l
      where l.client_row_id = ${clientRowId} and ${where} and not exists (
        select 1 from seller_links n where n.client_row_id = l.client_row_id and n.seller_id = l.seller_id
          and (n.created_at, n.id) > (l.created_at, l.id))
      order by l.seller_id limit ${limit}`)),
  ];
  const asked = rows.filter((row) => row.status === "open" && !row.told_at);
  await noteAsked(
    tx,
    asked.map(({ id }) => id),
  );
  for (const row of asked) row.told_at = at;
  const facts = await readClientFacts(tx, clientRowId, at);
  return rows.map((row) => toItem(row, clientId, facts));
}

/** Notes that the client's side knows of these links by asking. */
export async function noteAsked(tx: Tx, linkIds: string[]) {
  if (linkIds.length === 0) return;
  await tx.execute(sql`select note_asked(${`{${linkIds.join()}}`}::uuid[], ${now().toISOString()})`);
}

async function readClientFacts(tx: Tx, clientRowId: string, at: string) {
  const [facts] = await tx.execute<ClientFacts>(sql`
    select c.created_at as client_created_at, c.suspended_at, c.deleted_at, c.first_token_at,
      (select max(x.created_at) from secrets x where x.client_row_id = c.id and x.retired_at is null
        and (x.ends_at is null or x.ends_at > ${at})) as secret_created_at
    from clients c where c.id = ${clientRowId}`);
  if (!facts) throw new Error("the calling client is not there");
  return facts;
}

const date = (text: string | null) => (text ? new Date(text) : null);
const iso = (text: string | null) => date(text)?.toISOString() ?? null;

function toItem(row: Row, clientId: string, client: ClientFacts) {
  const facts: ChainFacts = {
    clientCreatedAt: date(client.client_created_at),
    suspendedAt: date(client.suspended_at),
    deletedAt: date(client.deleted_at),
    secretCreatedAt: date(client.secret_created_at),
    linkOpen: row.status === "open",
    linkCreatedAt: date(row.created_at),
    toldAt: date(row.told_at),
    firstTokenAt: date(client.first_token_at),
    firstCallAt: date(row.first_call_at),
  };
  return {
    sellerId: Number(row.seller_id),
    shopName: row.shop_name,
    clientId,
    status: row.status,
    since: iso(row.created_at),
    expiresAt: iso(row.ends),
    reference: row.reference,
    via: row.via,
    lastUsedAt: iso(row.last_used_at),
    health: row.failing_since ? "failing" : row.last_used_at ? "ok" : "unknown",
    chain: judgeChain(facts).map(({ lamp, state, at }) => ({ lamp, state, at: at?.toISOString() ?? null })),
  };
}
