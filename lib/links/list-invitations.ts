import { and, desc, eq, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients, type InvitationStep, invitations, sellerLinks } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { isId } from "../id";
import type { InvitationState } from "./find-invitation";

export const invitationStates = ["open", "accepted", "declined", "expired", "withdrawn"] as const;

/** An invitation as its sender sees it. Whether its addressee is known here is nowhere in it. */
export type SentInvitationView = {
  id: string;
  clientRowId: string;
  clientId: string;
  reference: string;
  addressee: string | null;
  expectedSellerId: number | null;
  state: InvitationState;
  /** How far the invited person came, and when; null before the link was opened. */
  step: InvitationStep | null;
  stepAt: Date | null;
  /** Came as far as `step` and not on within a day. */
  isAbandoned: boolean;
  createdAt: Date;
  expiresAt: Date;
  sends: number;
  /** When it was accepted, declined or withdrawn. */
  endedAt: Date | null;
  declineReason: string | null;
  link: { id: string; sellerId: number; shopName: string } | null;
};

type Where = { state?: InvitationState; clientRowId?: string; after?: string; limit?: number };
export type InvitationsPage = { items: SentInvitationView[]; next: string | null };

const abandonedMs = 86_400_000;

/** Whoever made it may still make one. Where not, it counts as withdrawn, though nobody did that. */
export const hasInviter = sql<boolean>`is_inviter_there(${invitations.organisationId}, ${invitations.createdBy})`;

/** One page of the organisation's invitations, newest first. */
export function listInvitations(viewer: Viewer, where: Where): Promise<InvitationsPage> {
  return inOrganisation({ organisationId: viewer.organisation.id }, (tx) =>
    listInvitationsIn(tx, viewer.organisation.id, where),
  );
}

/** The same inside a transaction, also of one client alone; `after` is the last page's `next`. */
export async function listInvitationsIn(
  tx: Tx,
  organisationId: string,
  { state, clientRowId, after = "", limit = 50 }: Where,
): Promise<InvitationsPage> {
  const rows = await tx
    .select({ invitation: invitations, clientId: clients.clientId, link: sellerLinks, hasInviter })
    .from(invitations)
    .innerJoin(clients, eq(clients.id, invitations.clientRowId))
    .leftJoin(sellerLinks, eq(sellerLinks.id, invitations.linkId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        clientRowId ? eq(invitations.clientRowId, clientRowId) : undefined,
        state && isIn(state),
        isBehind(after),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(viewOf);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.createdAt.getTime()}.${last.id}` : null };
}

function isIn(state: InvitationState): SQL | undefined {
  const { acceptedAt, declinedAt, withdrawnAt, expiresAt } = invitations;
  if (state === "accepted") return isNotNull(acceptedAt);
  if (state === "declined") return isNotNull(declinedAt);
  const going = and(isNull(acceptedAt), isNull(declinedAt), isNull(withdrawnAt));
  if (state === "withdrawn") return or(isNotNull(withdrawnAt), and(going, not(hasInviter)));
  const pending = and(going, hasInviter);
  return state === "expired"
    ? and(pending, lte(expiresAt, now()))
    : and(pending, sql`${expiresAt} > ${now().toISOString()}`);
}

/** Rows behind a cursor; one that is none is the first page. */
function isBehind(after: string): SQL | undefined {
  const [time = "", id = ""] = after.split(".");
  if (!/^\d{1,13}$/.test(time) || !isId(id)) return undefined;
  const at = new Date(Number(time)).toISOString();
  return sql`(${invitations.createdAt}, ${invitations.id}) < (${at}::timestamptz, ${id}::uuid)`;
}

type Row = {
  invitation: typeof invitations.$inferSelect;
  clientId: string;
  link: typeof sellerLinks.$inferSelect | null;
  hasInviter: boolean;
};

function viewOf({ invitation: row, clientId, link, hasInviter }: Row): SentInvitationView {
  const { id, clientRowId, reference, step, stepAt, createdAt, expiresAt, sends, declineReason } = row;
  const state = stateOf(row, hasInviter);
  const idle = stepAt !== null && now().getTime() - stepAt.getTime() > abandonedMs;
  return {
    ...{ id, clientRowId, clientId, reference, step, stepAt, createdAt, expiresAt, sends, declineReason },
    state,
    addressee: row.addresseeEmail ?? (row.addresseeSellerId ? String(row.addresseeSellerId) : null),
    expectedSellerId: row.expectedSellerId,
    isAbandoned: state === "open" && idle,
    endedAt: row.acceptedAt ?? row.declinedAt ?? row.withdrawnAt,
    link: link && { id: link.id, sellerId: link.sellerId, shopName: link.shopName },
  };
}

function stateOf(row: Row["invitation"], hasInviter: boolean): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.declinedAt) return "declined";
  if (row.withdrawnAt || !hasInviter) return "withdrawn";
  return row.expiresAt > now() ? "open" : "expired";
}
