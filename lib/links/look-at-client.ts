import { desc, eq, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import {
  clients,
  firstCalls,
  type OrganisationKind,
  organisations,
  people,
  secrets,
  sellerLinks,
  tickets,
} from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import type { EventView } from "../audit/list-events";
import { now } from "../clock";
import { isId } from "../id";
import { countHandOvers, countInvitations, type OfferCounts } from "./count-offers";
import {
  type FirstCallRowView,
  listLastCalls,
  listLastTickets,
  listStaffNotes,
  type StaffNoteView,
  type TicketRowView,
} from "./list-beside";
import { listEventsOfClient } from "./list-last-events";
import { type LookedLinksPage, listLookedLinks } from "./list-looked-links";
import { type ChainView, readChains } from "./read-chain";
import { recordLook } from "./record-look";

/** A client as its owners see it, for the operator who looks: of a secret only its hint and when it was used. */
export type ClientLook = {
  id: string;
  clientId: string;
  organisation: { id: string; name: string; kind: OrganisationKind; suspendedAt: Date | null };
  contactEmail: string;
  purpose: string;
  since: Date;
  reviewed: boolean;
  portalApiSince: Date | null;
  isStarter: boolean;
  suspendedAt: Date | null;
  /** The operator's own suspension, and why. */
  stopped: { at: Date; by: string | null; reason: string } | null;
  deletedAt: Date | null;
  firstTokenAt: Date | null;
  lastTokenAt: Date | null;
  secrets: {
    id: string;
    hint: string;
    createdAt: Date;
    endsAt: Date | null;
    retiredAt: Date | null;
    lastUsedAt: Date | null;
    live: boolean;
  }[];
  chain: ChainView | null;
  openLinks: number;
  links: LookedLinksPage;
  invitations: OfferCounts;
  handOvers: OfferCounts;
  endpoint: { host: string; failingSince: Date | null; disabledAt: Date | null } | null;
  calls: FirstCallRowView[];
  tickets: TicketRowView[];
  events: EventView[];
  notes: StaffNoteView[];
};

/** A client with all that belongs to it; null for an unknown one. The look is an event that its owners see. */
export async function lookAtClient(viewer: Viewer, id: string, after?: string): Promise<ClientLook | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const found = await readClient(tx, id);
    if (!found) return null;
    const { organisation, clientId } = found;
    await recordLook(tx, viewer, { kind: "client", organisationId: organisation.id, clientRowId: id });
    const [chain = null] = await readChains(tx, organisation.id, id);
    const about = sql`client_row_id = ${id}`;
    return {
      ...found,
      secrets: await listSecrets(tx, id, found.deletedAt !== null),
      chain,
      links: await listLookedLinks(tx, eq(sellerLinks.clientRowId, id), after),
      invitations: await countInvitations(tx, about),
      handOvers: await countHandOvers(tx, about),
      endpoint: await findEndpoint(tx, id),
      calls: await listLastCalls(tx, organisation.id, eq(firstCalls.clientId, clientId)),
      tickets: await listLastTickets(
        tx,
        organisation.id,
        sql`${tickets.context} ->> 'clientId' = ${clientId}`,
      ),
      events: await listEventsOfClient(tx, id),
      notes: await listStaffNotes(tx, id),
    };
  });
}

async function readClient(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      client: clients,
      organisation: organisations,
      by: people.name,
      reviewed: sql<boolean>`is_reviewed(${clients.id})`,
      openLinks: sql<number>`(select count(*)::int from seller_links l where l.client_row_id = clients.id
        and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${now().toISOString()}))`,
    })
    .from(clients)
    .innerJoin(organisations, eq(organisations.id, clients.organisationId))
    .leftJoin(people, eq(people.id, clients.suspendedBy))
    .where(eq(clients.id, id));
  if (!row) return null;
  const { client, organisation, by, reviewed, openLinks } = row;
  const { clientId, contactEmail, purpose, portalApiSince, suspendedAt, deletedAt } = client;
  const { name, kind, suspendedAt: organisationSuspendedAt } = organisation;
  const stoppedAt = client.operatorSuspendedAt;
  // Where its owner had suspended it before, the row names that one.
  const stoppedBy = stoppedAt?.getTime() === suspendedAt?.getTime() ? by : null;
  return {
    id,
    clientId,
    organisation: { id: organisation.id, name, kind, suspendedAt: organisationSuspendedAt },
    contactEmail,
    purpose,
    since: client.createdAt,
    reviewed,
    openLinks,
    portalApiSince,
    isStarter: client.starterSince !== null,
    suspendedAt,
    stopped: stoppedAt && { at: stoppedAt, by: stoppedBy, reason: client.suspendReason ?? "" },
    deletedAt,
    firstTokenAt: client.firstTokenAt,
    lastTokenAt: client.lastTokenAt,
  };
}

async function listSecrets(tx: Tx, clientRowId: string, isDeleted: boolean) {
  const { id, hint, createdAt, endsAt, retiredAt, lastUsedAt } = secrets;
  const rows = await tx
    .select({ id, hint, createdAt, endsAt, retiredAt, lastUsedAt })
    .from(secrets)
    .where(eq(secrets.clientRowId, clientRowId))
    .orderBy(desc(createdAt), desc(id))
    .limit(20);
  return rows.map((row) => ({
    ...row,
    live: !isDeleted && !row.retiredAt && (!row.endsAt || row.endsAt > now()),
  }));
}

/** Of its address the host alone: the rest may hold a key of the receiver's. */
async function findEndpoint(tx: Tx, clientRowId: string) {
  const [row] = await tx.execute<{
    url: string;
    failing_since: string | null;
    disabled_at: string | null;
  }>(sql`
    select url, failing_since, disabled_at from endpoints where client_row_id = ${clientRowId} and removed_at is null`);
  const date = (value: string | null) => (value ? new Date(value) : null);
  return row
    ? {
        host: new URL(row.url).host,
        failingSince: date(row.failing_since),
        disabledAt: date(row.disabled_at),
      }
    : null;
}
