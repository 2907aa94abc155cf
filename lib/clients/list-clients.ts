import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";

/** A client in a list. */
export type ClientRowView = {
  id: string;
  clientId: string;
  createdAt: Date;
  suspendedAt: Date | null;
  lastTokenAt: Date | null;
  liveSecrets: number;
  openLinks: number;
};

/** The organisation's clients, newest first, without deleted ones; at most 200. */
export async function listClients(viewer: Viewer): Promise<ClientRowView[]> {
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const at = now().toISOString();
    return tx
      .select({
        id: clients.id,
        clientId: clients.clientId,
        createdAt: clients.createdAt,
        suspendedAt: clients.suspendedAt,
        lastTokenAt: clients.lastTokenAt,
        // Written out: inside a subquery a bare column name would mean the inner table's.
        liveSecrets: sql<number>`(select count(*)::int from secrets s where s.client_row_id = clients.id
          and s.retired_at is null and (s.ends_at is null or s.ends_at > ${at}))`,
        openLinks: sql<number>`(select count(*)::int from seller_links l where l.client_row_id = clients.id
          and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}))`,
      })
      .from(clients)
      .where(and(eq(clients.organisationId, viewer.organisation.id), isNull(clients.deletedAt)))
      .orderBy(desc(clients.createdAt), desc(clients.id))
      .limit(200);
  });
}
