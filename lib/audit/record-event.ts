import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";

/** What can happen. One name per fact, noun first. */
export type EventType =
  | "person.signed_up"
  | "person.language_changed"
  | "person.password_changed"
  | "person.sessions_ended"
  | "person.signed_out"
  | "person.second_factor_begun"
  | "person.second_factor_set"
  | "person.second_factor_ended"
  | "person.second_factor_removed"
  | "person.recovery_code_used"
  | "person.recovery_asked"
  | "person.recovery_begun"
  | "person.recovery_stopped"
  | "person.recovery_done"
  | "organisation.created"
  | "organisation.suspended"
  | "organisation.resumed"
  | "lookup.made"
  | "note.added"
  | "seller.created"
  | "seller.claimed"
  | "seller.bound"
  | "claim.asked"
  | "claim.accepted"
  | "claim.declined"
  | "client.created"
  | "client.suspended"
  | "client.resumed"
  | "client.deleted"
  | "secret.added"
  | "secret.retired"
  | "endpoint.added"
  | "endpoint.removed"
  | "endpoint.enabled"
  | "endpoint.disabled"
  | "endpoint.tested"
  | "delivery.replayed"
  | "areas.chosen"
  | "portal_api.on"
  | "portal_api.off"
  | "hand_over.given"
  | "hand_over.withdrawn"
  | "hand_over.opened"
  | "hand_over.closed"
  | "review.requested"
  | "review.decided"
  | "listing.saved"
  | "listing.draft_dropped"
  | "listing.edited"
  | "listing.submitted"
  | "listing.taken_back"
  | "listing.unlisted"
  | "listing.relisted"
  | "listing.decided"
  | "domain.proven"
  | "name.proposed"
  | "name.confirmed"
  | "name.withdrawn"
  | "report.shared"
  | "report.share_ended"
  | "report.sent"
  | "ticket.opened"
  | "ticket.answered"
  | "ticket.taken"
  | "ticket.solved"
  | "ticket.noted"
  | "team_invitation.created"
  | "team_invitation.resent"
  | "team_invitation.withdrawn"
  | "member.joined"
  | "member.role_changed"
  | "member.removed"
  | "member.left"
  | "ownership.offered"
  | "ownership.accepted"
  | "ownership.declined"
  | "ownership.withdrawn"
  | "link.created"
  | "link.end_planned"
  | "link.end_cancelled"
  | "link.expiring"
  | "secret.expiring"
  | "invitation.created"
  | "invitation.resent"
  | "invitation.withdrawn"
  | "invitation.declined"
  | "invitation.accepted"
  | "kept_seller.added"
  | "kept_seller.changed"
  | "kept_seller.removed"
  | "tag.added"
  | "tag.removed"
  | "note.saved"
  | "view.saved"
  | "view.removed"
  | "bulk.started"
  | "bulk.stopped"
  | "bulk.finished"
  | "link.reminded"
  | "link.ended"
  | "letter.retried"
  | "delivery.retried"
  | "events.exported"
  | "person.notices_chosen"
  | "person.data_exported"
  | "person.deleted"
  | "organisation.deleted";

type Who = { personId?: string | null; name: string; requestId?: string };

/** What to remember of one change. `data` holds ids and choices, never a secret, a token or a password. */
export type NewEvent = {
  type: EventType;
  organisationId: string | null;
  otherOrganisationId?: string | null;
  clientRowId?: string;
  sellerId?: number;
  data?: Record<string, string | number | null>;
};

/** Appends to the audit trail inside the change's own transaction. */
export async function recordEvent(tx: Tx, who: Who, event: NewEvent) {
  await tx.insert(events).values({
    ...event,
    actorPersonId: who.personId ?? null,
    actorName: who.name,
    requestId: who.requestId ?? null,
  });
}

/** The same for many changes at once, in one statement. */
export async function recordEvents(tx: Tx, who: Who, list: NewEvent[]) {
  if (list.length === 0) return;
  const rows = list.map((event) => [
    event.type,
    event.organisationId,
    event.otherOrganisationId ?? null,
    event.clientRowId ?? null,
    event.sellerId ?? null,
    event.data ?? {},
  ]);
  const { personId = null, name, requestId = null } = who;
  // As one value: with a parameter for each column of each event most of the time goes into their names.
  await tx.execute(sql`
    insert into events (type, organisation_id, other_organisation_id, client_row_id, seller_id, data, actor_person_id, actor_name, request_id)
    select r ->> 0, (r ->> 1)::uuid, (r ->> 2)::uuid, (r ->> 3)::uuid, (r ->> 4)::bigint, r -> 5, ${personId}::uuid, ${name}, ${requestId}
    from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) with ordinality as l(r, n) order by n`);
}
