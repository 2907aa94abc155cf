import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "../clock";
import { newId } from "../id";

/** What the server of a link's client is told about it. */
type LinkMessage = { linkId: string; data: Record<string, unknown> };

/**
 * Lays messages about links into the outboxes of their clients' endpoints, in one statement. Resolves to the links
 * whose client has an endpoint that wants them.
 */
export async function tellEndpoints(tx: Tx, type: string, messages: LinkMessage[]): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const at = now().toISOString();
  const ids = sql.param(messages.map(() => newId()));
  const links = sql.param(messages.map(({ linkId }) => linkId));
  const bodies = sql.param(messages.map(({ data }) => JSON.stringify({ type, timestamp: at, data })));
  const rows = await tx.execute<{ link: string }>(
    sql`select link from tell_clients(${ids}::uuid[], ${links}::uuid[], ${bodies}::text[], ${type}, ${at}) as t(link)`,
  );
  return new Set(rows.map(({ link }) => link));
}

/** The same for one. Whether there was an endpoint that wants it. */
export async function tellEndpoint(tx: Tx, linkId: string, type: string, data: Record<string, unknown>) {
  return (await tellEndpoints(tx, type, [{ linkId, data }])).has(linkId);
}
