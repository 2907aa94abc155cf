import { and, desc, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clients, people, secrets } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { isId } from "../id";

/** A secret as its owners see it: everything but the secret. */
export type SecretView = {
  id: string;
  label: string;
  hint: string;
  createdAt: Date;
  createdBy: string | null;
  endsAt: Date | null;
  retiredAt: Date | null;
  lastUsedAt: Date | null;
  live: boolean;
};

/** A client as its owners see it. */
export type ClientView = {
  id: string;
  clientId: string;
  contactEmail: string;
  purpose: string;
  createdAt: Date;
  suspendedAt: Date | null;
  /** The operator suspended it, so that only the operator resumes it, and why. */
  operatorSuspendedAt: Date | null;
  suspendReason: string | null;
  deletedAt: Date | null;
  lastTokenAt: Date | null;
  openLinks: number;
  secrets: SecretView[];
};

/** One of the organisation's clients with its secrets, newest first; null when it is not theirs or not there. */
export async function findClient(viewer: Viewer, id: string): Promise<ClientView | null> {
  if (!isId(id)) return null;
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const [client] = await tx
      .select({
        id: clients.id,
        clientId: clients.clientId,
        contactEmail: clients.contactEmail,
        purpose: clients.purpose,
        createdAt: clients.createdAt,
        suspendedAt: clients.suspendedAt,
        operatorSuspendedAt: clients.operatorSuspendedAt,
        suspendReason: clients.suspendReason,
        deletedAt: clients.deletedAt,
        lastTokenAt: clients.lastTokenAt,
        openLinks: sql<number>`(select count(*)::int from seller_links l where l.client_row_id = clients.id
          and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${now().toISOString()}))`,
      })
      .from(clients)
      .where(and(eq(clients.id, id), eq(clients.organisationId, viewer.organisation.id)));
    if (!client) return null;
    const rows = await tx
      .select({
        id: secrets.id,
        label: secrets.label,
        hint: secrets.hint,
        createdAt: secrets.createdAt,
        createdBy: people.name,
        endsAt: secrets.endsAt,
        retiredAt: secrets.retiredAt,
        lastUsedAt: secrets.lastUsedAt,
      })
      .from(secrets)
      .leftJoin(people, eq(people.id, secrets.createdBy))
      .where(eq(secrets.clientRowId, id))
      .orderBy(desc(secrets.createdAt), desc(secrets.id))
      .limit(50);
    const live = (row: { retiredAt: Date | null; endsAt: Date | null }) =>
      !row.retiredAt && (!row.endsAt || row.endsAt > now()) && !client.deletedAt;
    return { ...client, secrets: rows.map((row) => ({ ...row, live: live(row) })) };
  });
}
