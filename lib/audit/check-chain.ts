import { sql } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { asHex } from "./seal-events";

/** What became of a block: its events are gone before their time, are others than were sealed, or it is missing itself. */
export type ChainFault = "missing" | "changed";

/** How the chain over the events stands; `broken` is the first block that is not as it was sealed. */
export type ChainView = {
  blocks: number;
  events: number;
  /** Events that had their time and went, whole blocks at once; their seals are still part of the chain. */
  forgotten: number;
  /** Events that wait for the next seal. */
  waiting: number;
  head: { number: number; hash: string } | null;
  broken: { number: number; fault: ChainFault } | null;
  /** Whether a block noted elsewhere is still what it was; null where none was asked for. */
  hasNoted: boolean | null;
};

type Row = {
  number: string;
  events: number;
  found: number;
  is_right: boolean;
  is_old: boolean;
  hash: Buffer;
};

/** So many blocks are read at once. */
const atOnce = 50;

/**
 * Computes every seal anew from the events themselves and compares. `noted` is a block and its seal as a log has them:
 * whoever could write the whole trail anew could not write that one.
 */
export async function checkChain(noted?: { number: number; hash: string }): Promise<ChainView> {
  const view: ChainView = {
    blocks: 0,
    events: 0,
    forgotten: 0,
    waiting: 0,
    head: null,
    broken: null,
    hasNoted: noted ? false : null,
  };
  for (;;) {
    const rows = await readBlocks(view.head?.number ?? 0);
    for (const row of rows) {
      const number = Number(row.number);
      const hash = asHex(row.hash);
      const isForgotten = row.found === 0 && row.is_old;
      if (number !== view.blocks + 1) view.broken ??= { number: view.blocks + 1, fault: "missing" };
      else if (!row.is_right && !isForgotten) view.broken ??= { number, fault: "changed" };
      view.blocks++;
      view.events += row.found;
      if (isForgotten) view.forgotten += row.events;
      view.head = { number, hash };
      if (noted?.number === number) view.hasNoted = noted.hash === hash;
    }
    if (rows.length < atOnce) break;
  }
  view.waiting = await countWaiting();
  return view;
}

/** The next blocks, each with what its seal would be today. */
function readBlocks(after: number) {
  return asFounder((tx) =>
    tx.execute<Row>(sql`
      select b.number, b.events, b.hash, s.events as found, s.hash = b.hash and s.events = b.events as is_right,
        b.last_at < now() - interval '3 years' as is_old
      from (select * from event_blocks where number > ${after} order by number limit ${atOnce}) b
      left join lateral (select * from event_blocks p where p.number < b.number order by p.number desc limit 1) p on true
      cross join lateral seal_between(coalesce(p.hash, ''), coalesce(p.last_xid, '0'::xid8), coalesce(p.last_id, 0), b.last_xid, b.last_id) s
      order by b.number`),
  );
}

async function countWaiting() {
  const [row] = await asFounder((tx) =>
    tx.execute<{ n: number }>(sql`
      select count(*)::int as n from events e
      where not exists (select from event_blocks b where (b.last_xid, b.last_id) >= (e.xid, e.id))`),
  );
  return row?.n ?? 0;
}
