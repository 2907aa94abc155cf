import type { Tx } from "@/db/client";
import { events } from "@/db/schema";

/** What can happen. One name per fact, noun first. */
export type EventType =
  | "person.signed_up"
  | "person.password_changed"
  | "organisation.created"
  | "seller.created"
  | "client.created"
  | "client.suspended"
  | "client.resumed"
  | "client.deleted"
  | "secret.added"
  | "secret.retired"
  | "link.created"
  | "link.end_planned"
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
