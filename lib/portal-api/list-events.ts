import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import type { EventType } from "../audit/record-event";
import type { ApiAnswer, ApiCall } from "./call";
import { cursorOf, readPage } from "./page";
import { noteAsked } from "./read-links";

/** What of a client's history its own program is told. */
const told: EventType[] = [
  "link.created",
  "link.ended",
  "link.end_planned",
  "link.end_cancelled",
  "link.expiring",
  "invitation.accepted",
  "invitation.declined",
  "secret.expiring",
  "listing.decided",
];

type Row = {
  id: string;
  xid: string;
  at: string;
  type: EventType;
  seller_id: string | null;
  data: Record<string, string | number | null>;
};

/**
 * `GET /events?after=`: what happened to the client, oldest first. `next` is always there and is where to go on.
 * Only what lies below the oldest running transaction is shown, so that a late commit is never skipped.
 */
export async function listEvents({ caller, query }: ApiCall): Promise<ApiAnswer> {
  const page = readPage(query, "e", /^\d{1,18}$/, 2);
  if (!page.ok) return page.refused;
  const [xid = "0", id = "0"] = page.after ?? [];
  const types = `{${told.join()}}`;
  const { clientRowId, clientId } = caller;
  return inOrganisation(caller, async (tx) => {
    const rows = await tx.execute<Row>(sql`
      select e.id, e.xid::text, e.at, e.type, e.seller_id, e.data from events e
      where e.client_row_id = ${clientRowId} and e.type = any (${types}::text[])
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and (e.xid, e.id) > (${xid}::xid8, ${id}::bigint)
      order by e.xid, e.id limit ${page.limit}`);
    const items = rows.map(({ id, at, type, seller_id: sellerId, data }) => ({
      id: String(id),
      type,
      at: new Date(at).toISOString(),
      data: { clientId, ...(sellerId ? { sellerId: Number(sellerId) } : {}), ...data },
    }));
    const linked = rows.filter(({ type, data }) => type === "link.created" && data.linkId);
    await noteAsked(
      tx,
      linked.map(({ data }) => String(data.linkId)),
    );
    const last = rows.at(-1);
    const next = last ? cursorOf("e", last.xid, last.id) : cursorOf("e", xid, id);
    return { status: 200, body: { items, next } };
  });
}
