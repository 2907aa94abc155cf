import { type SQL, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import type { BulkAct, SkipReason } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { isId } from "../id";
import { oppositeOf } from "./undo-bulk-run";

/** One act on many, and how far it is. */
export type BulkRunView = {
  id: string;
  act: BulkAct;
  /** The tag, the words of the reminder, or the clientId they are moved to. */
  choice: string;
  /** The search it was chosen by; empty where sellers were ticked. */
  query: string;
  /** Why the access was given up. */
  because: string | null;
  total: number;
  /** Of how many something changed, and of how many nothing was to. */
  changed: number;
  skipped: number;
  state: "waiting" | "running" | "finished" | "stopped";
  startedBy: string;
  createdAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  /** Null where it stopped by itself: its starter may no longer do this, or the client is gone. */
  stoppedBy: string | null;
  /** The run that took this one back, and the one that this one takes back. */
  undoneBy: string | null;
  undoes: string | null;
  mayStop: boolean;
  mayUndo: boolean;
};

/** A seller for whom nothing was done, and why. */
export type SkippedView = { linkId: string; sellerId: number; shopName: string; why: SkipReason };

type Row = Pick<BulkRunView, "id" | "act" | "choice" | "query" | "total" | "changed" | "skipped"> & {
  because: string | null;
  undoes: string | null;
  createdByName: string;
  createdAt: string;
  dueAt: string;
  finishedAt: string | null;
  stoppedAt: string | null;
  stoppedBy: string | null;
  undoneBy: string | null;
};

/** The newest acts on many of a client, the newest first; at most thirty. */
export async function listBulkRuns(organisationId: string, clientRowId: string): Promise<BulkRunView[]> {
  return inOrganisation({ organisationId }, (tx) => readRuns(tx, sql`r.client_row_id = ${clientRowId}`));
}

/** One of them; null when it is not of this client, or not there. */
export async function findBulkRun(
  viewer: Viewer,
  clientRowId: string,
  bulkId: string,
): Promise<BulkRunView | null> {
  if (!isId(bulkId) || !isId(clientRowId)) return null;
  const [run] = await inOrganisation({ organisationId: viewer.organisation.id }, (tx) =>
    readRuns(tx, sql`r.client_row_id = ${clientRowId} and r.id = ${bulkId}`),
  );
  return run ?? null;
}

/** The sellers of a run for whom nothing was done, by number; at most a hundred. */
export async function listSkipped(organisationId: string, bulkId: string): Promise<SkippedView[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await tx.execute<SkippedView>(sql`
      select i.link_id as "linkId", i.seller_id as "sellerId", l.shop_name as "shopName", i.skipped as why
      from bulk_items i join seller_links l on l.id = i.link_id
      where i.bulk_run_id = ${bulkId} and i.skipped is not null order by i.seller_id limit 100`);
    return rows.map((row) => ({ ...row, sellerId: Number(row.sellerId) }));
  });
}

async function readRuns(tx: Tx, which: SQL) {
  const rows = await tx.execute<Row>(sql`
    select r.id, r.act, r.choice, r.query, r.total, r.data ->> 'because' as because, r.data ->> 'undoes' as undoes,
      r.created_by_name as "createdByName", r.created_at as "createdAt", r.due_at as "dueAt", r.finished_at as "finishedAt",
      r.stopped_at as "stoppedAt", p.name as "stoppedBy", r.undone_by as "undoneBy", i.changed, i.skipped
    from bulk_runs r left join people p on p.id = r.stopped_by cross join lateral (
      select (count(*) filter (where i.done_at is not null and i.skipped is null))::int as changed,
        (count(*) filter (where i.skipped is not null))::int as skipped from bulk_items i where i.bulk_run_id = r.id) i
    where ${which} order by r.created_at desc, r.id desc limit 30`);
  return rows.map(toView);
}

function toView(row: Row): BulkRunView {
  const { createdByName, finishedAt, stoppedAt, ...kept } = row;
  const { act, changed, skipped, undoneBy } = kept;
  const dueAt = new Date(row.dueAt);
  const isBegun = changed + skipped > 0;
  const ended = finishedAt ?? stoppedAt;
  const state = stoppedAt
    ? "stopped"
    : finishedAt
      ? "finished"
      : isBegun || dueAt <= now()
        ? "running"
        : "waiting";
  return {
    ...kept,
    state,
    startedBy: createdByName,
    createdAt: new Date(row.createdAt),
    dueAt,
    endedAt: ended ? new Date(ended) : null,
    mayStop: state === "running",
    mayUndo: ended ? Boolean(oppositeOf[act]) && changed > 0 && !undoneBy : state === "waiting",
  };
}
