import { eq, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import {
  clients,
  members,
  type OrganisationKind,
  organisations,
  people,
  type Role,
  sellers,
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
import { listEventsOfOrganisation } from "./list-last-events";
import { recordLook } from "./record-look";

/** What stands behind a name, for the operator who looks: everything its members see, and nothing secret. */
export type OrganisationLook = {
  id: string;
  name: string;
  kind: OrganisationKind;
  since: Date;
  domain: string | null;
  domainVerifiedAt: Date | null;
  suspended: { at: Date; by: string | null; reason: string } | null;
  /** By one of its owners, for good. */
  deletedAt: Date | null;
  members: { id: string; name: string; email: string; role: Role; since: Date; seenAt: Date | null }[];
  clients: {
    id: string;
    clientId: string;
    state: "active" | "suspended" | "deleted";
    liveSecrets: number;
    openLinks: number;
    lastTokenAt: Date | null;
  }[];
  sellers: { sellerId: number; shopName: string; contactEmail: string; openLinks: number }[];
  teamInvitations: number;
  invitations: OfferCounts;
  handOvers: OfferCounts;
  calls: FirstCallRowView[];
  tickets: TicketRowView[];
  events: EventView[];
  notes: StaffNoteView[];
};

/** An organisation with all that belongs to it; null for an unknown one. The look is an event that its members see. */
export async function lookAtOrganisation(viewer: Viewer, id: string): Promise<OrganisationLook | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const [found] = await tx
      .select({
        id: organisations.id,
        name: organisations.name,
        kind: organisations.kind,
        since: organisations.createdAt,
        domain: organisations.domain,
        domainVerifiedAt: organisations.domainVerifiedAt,
        deletedAt: organisations.deletedAt,
        suspendedAt: organisations.suspendedAt,
        suspendedBy: people.name,
        suspendReason: organisations.suspendReason,
      })
      .from(organisations)
      .leftJoin(people, eq(people.id, organisations.suspendedBy))
      .where(eq(organisations.id, id));
    if (!found) return null;
    await recordLook(tx, viewer, { kind: "organisation", organisationId: id });
    const { suspendedAt: at, suspendedBy: by, suspendReason: reason, ...view } = found;
    const own = sql`organisation_id = ${id}`;
    return {
      ...view,
      suspended: at && { at, by, reason: reason ?? "" },
      members: await listMembers(tx, id),
      clients: await listClients(tx, id),
      sellers: await listSellers(tx, id),
      teamInvitations: await countTeamInvitations(tx, id),
      invitations: await countInvitations(tx, own),
      handOvers: await countHandOvers(tx, own),
      calls: await listLastCalls(tx, id),
      tickets: await listLastTickets(tx, id),
      events: await listEventsOfOrganisation(tx, id),
      notes: await listStaffNotes(tx, id),
    };
  });
}

async function listMembers(tx: Tx, organisationId: string) {
  const seenAt = sql<Date | null>`(select max(s.seen_at) from sessions s where s.person_id = ${people.id})`;
  return tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: members.role,
      since: members.createdAt,
      seenAt: seenAt.mapWith(members.createdAt),
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.organisationId, organisationId))
    .orderBy(members.createdAt, people.id)
    .limit(200);
}

async function listClients(tx: Tx, organisationId: string) {
  const at = now().toISOString();
  return tx
    .select({
      id: clients.id,
      clientId: clients.clientId,
      state: sql<"active" | "suspended" | "deleted">`case when ${clients.deletedAt} is not null then 'deleted'
        when ${clients.suspendedAt} is not null then 'suspended' else 'active' end`,
      liveSecrets: sql<number>`(select count(*)::int from secrets s where s.client_row_id = clients.id
        and s.retired_at is null and (s.ends_at is null or s.ends_at > ${at}))`,
      openLinks: sql<number>`(select count(*)::int from seller_links l where l.client_row_id = clients.id
        and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}))`,
      lastTokenAt: clients.lastTokenAt,
    })
    .from(clients)
    .where(eq(clients.organisationId, organisationId))
    .orderBy(sql`${clients.deletedAt} is not null`, clients.clientId)
    .limit(200);
}

async function listSellers(tx: Tx, organisationId: string) {
  const at = now().toISOString();
  return tx
    .select({
      sellerId: sellers.sellerId,
      shopName: sellers.shopName,
      contactEmail: sellers.contactEmail,
      openLinks: sql<number>`(select count(*)::int from seller_links l where l.seller_organisation_id = ${organisationId}
        and l.seller_id = sellers.seller_id and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}))`,
    })
    .from(sellers)
    .where(eq(sellers.ownerOrganisationId, organisationId))
    .orderBy(sellers.sellerId)
    .limit(200);
}

async function countTeamInvitations(tx: Tx, organisationId: string) {
  const [row] = await tx.execute<{ open: number }>(sql`
    select count(*)::int as open from team_invitations where organisation_id = ${organisationId}
      and accepted_at is null and withdrawn_at is null and expires_at > ${now().toISOString()}`);
  return row?.open ?? 0;
}
