import { and, asc, desc, eq, gt, inArray, max, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { members, ownershipOffers, people, type Role, sessions, teamInvitations } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { isUnanswered, isUndecided } from "./end-powers";

/** How long ago somebody was last seen, on purpose no finer. */
export type Seen = "day" | "week" | "month" | "longer";

export type TeamMemberView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  seen: Seen;
  isViewer: boolean;
};
export type PendingInvitationView = {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  invitedBy: string;
  expiresAt: Date;
  isOver: boolean;
  sends: number;
};
export type OwnershipOfferView = {
  id: string;
  giver: string;
  taker: string;
  expiresAt: Date;
  isToViewer: boolean;
};
export type TeamView = {
  members: TeamMemberView[];
  /** For owners only. */
  invitations: PendingInvitationView[];
  /** For owners, and for whoever it is made to. */
  offer: OwnershipOfferView | null;
};

/**
 * The team of the viewer's organisation: owners first, then by name, at most 300; the invitations that wait, newest
 * first, at most 100; and the open offer of the ownership.
 */
export async function findTeam(viewer: Viewer): Promise<TeamView> {
  const { id: organisationId, role } = viewer.organisation;
  return inOrganisation({ organisationId }, async (tx) => {
    const team = await listMembers(tx, viewer);
    const invitations = role === "owner" ? await listInvitations(tx, organisationId) : [];
    return { members: team, invitations, offer: await findOffer(tx, viewer) };
  });
}

async function listMembers(tx: Tx, { organisation, personId }: Viewer): Promise<TeamMemberView[]> {
  const rank = sql`array_position(array['owner','editor','viewer'], ${members.role})`;
  const { id, name, email } = people;
  const rows = await tx
    .select({ id, name, email, role: members.role, since: members.createdAt })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.organisationId, organisation.id))
    .orderBy(rank, asc(people.name), asc(people.id))
    .limit(300);
  const seen = await tx
    .select({ id: sessions.personId, at: max(sessions.seenAt) })
    .from(sessions)
    .where(
      inArray(
        sessions.personId,
        rows.map((row) => row.id),
      ),
    )
    .groupBy(sessions.personId);
  const lastSeen = new Map(seen.map(({ id, at }) => [id, at]));
  return rows.map((row) => ({
    ...row,
    seen: judgeSeen(lastSeen.get(row.id) ?? null, now()),
    isViewer: row.id === personId,
  }));
}

/** When somebody was here, as their colleagues may know it. */
export function judgeSeen(at: Date | null, today: Date): Seen {
  const days = at ? (today.getTime() - at.getTime()) / 86_400_000 : Number.POSITIVE_INFINITY;
  if (days < 1) return "day";
  if (days < 7) return "week";
  return days < 30 ? "month" : "longer";
}

async function listInvitations(tx: Tx, organisationId: string): Promise<PendingInvitationView[]> {
  const { id, email, role, createdAt, expiresAt, sends } = teamInvitations;
  const rows = await tx
    .select({ id, email, role, createdAt, expiresAt, sends, invitedBy: people.name })
    .from(teamInvitations)
    .innerJoin(people, eq(people.id, teamInvitations.createdBy))
    .where(and(eq(teamInvitations.organisationId, organisationId), isUndecided))
    .orderBy(desc(createdAt), desc(id))
    .limit(100);
  return rows.map((row) => ({ ...row, isOver: row.expiresAt <= now() }));
}

async function findOffer(tx: Tx, { organisation, personId }: Viewer): Promise<OwnershipOfferView | null> {
  const isOpen = and(isUnanswered, gt(ownershipOffers.expiresAt, now()));
  const [row] = await tx
    .select()
    .from(ownershipOffers)
    .where(and(eq(ownershipOffers.organisationId, organisation.id), isOpen));
  const isToViewer = row?.toPersonId === personId;
  if (!row || !(isToViewer || organisation.role === "owner")) return null;
  const both = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [row.fromPersonId, row.toPersonId]));
  const nameOf = (id: string) => both.find((one) => one.id === id)?.name ?? "";
  const { id, expiresAt } = row;
  return { id, giver: nameOf(row.fromPersonId), taker: nameOf(row.toPersonId), expiresAt, isToViewer };
}
