import type { Tx } from "@/db/client";
import { events } from "@/db/schema";

/** What can happen. One name per fact, noun first. */
export type EventType =
  | "person.signed_up"
  | "person.language_changed"
  | "person.password_changed"
  | "organisation.created"
  | "seller.created"
  | "seller.claimed"
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
  | "portal_api.on"
  | "portal_api.off"
  | "hand_over.given"
  | "hand_over.withdrawn"
  | "hand_over.opened"
  | "hand_over.closed"
  | "review.requested"
  | "review.decided"
  | "link.created"
  | "link.end_planned"
  | "link.end_cancelled"
  | "invitation.created"
  | "invitation.resent"
  | "invitation.withdrawn"
  | "invitation.declined"
  | "invitation.accepted"
  | "kept_seller.added"
  | "kept_seller.changed"
  | "kept_seller.removed"
  | "link.ended";

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

/** The same for several changes of one kind at once. */
export async function recordEvents(tx: Tx, who: Who, list: NewEvent[]) {
  for (let from = 0; from < list.length; from += 500) {
    const rows = list.slice(from, from + 500).map((event) => ({
      ...event,
      actorPersonId: who.personId ?? null,
      actorName: who.name,
      requestId: who.requestId ?? null,
    }));
    await tx.insert(events).values(rows);
  }
}
