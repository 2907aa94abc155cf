import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveries, endpoints } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { seal } from "../secrets";
import { testEvent, type WebhookEvent } from "./event-types";
import { makeWebhookKey } from "./sign";

/** Who changes a client's endpoint: a person on its page, or the client itself by the portal API. */
export type EndpointOwner = {
  organisationId: string;
  personId: string | null;
  name: string;
  requestId: string;
};
type Client = { id: string; clientId: string };

/** An endpoint just made. `key` signs its messages: here in plain, and never again. */
export type NewEndpoint = { id: string; url: string; events: WebhookEvent[]; key: string; madeAt: Date };

/** Gives a client its endpoint, with its event; null where it has one already. The unique index decides races. */
export async function insertEndpoint(
  tx: Tx,
  who: EndpointOwner,
  client: Client,
  { url, events }: { url: string; events: WebhookEvent[] },
): Promise<NewEndpoint | null> {
  const key = makeWebhookKey();
  const row = {
    id: newId(),
    clientRowId: client.id,
    organisationId: who.organisationId,
    url,
    events,
    sealedKey: seal(key),
    createdAt: now(),
    createdBy: who.personId,
  };
  const made = await tx.insert(endpoints).values(row).onConflictDoNothing().returning({ id: endpoints.id });
  if (made.length === 0) return null;
  // The host alone: what stands behind it in the address may be a key.
  await noteEndpoint(tx, who, client, "endpoint.added", row.id, { host: new URL(url).host });
  return { id: row.id, url, events, key, madeAt: row.createdAt };
}

/** Takes a client's endpoint away; what waits for it is given up. False where it is gone already. */
export async function dropEndpoint(tx: Tx, who: EndpointOwner, client: Client, endpointId: string) {
  const at = now();
  const removed = await tx
    .update(endpoints)
    .set({ removedAt: at, removedBy: who.personId })
    .where(
      and(eq(endpoints.id, endpointId), eq(endpoints.clientRowId, client.id), isNull(endpoints.removedAt)),
    )
    .returning({ id: endpoints.id });
  if (removed.length === 0) return false;
  await tx
    .update(deliveries)
    .set({ failedAt: at })
    .where(
      and(eq(deliveries.endpointId, endpointId), isNull(deliveries.answeredAt), isNull(deliveries.failedAt)),
    );
  await noteEndpoint(tx, who, client, "endpoint.removed", endpointId);
  return true;
}

/** Lays a message for trying out into an endpoint's outbox, whatever it asked to be told. Its delivery's id. */
export async function layTest(tx: Tx, endpoint: { id: string; organisationId: string }, clientId: string) {
  const at = now();
  const body = JSON.stringify({ type: testEvent, timestamp: at.toISOString(), data: { clientId } });
  const id = newId();
  const { organisationId } = endpoint;
  const row = {
    id,
    endpointId: endpoint.id,
    organisationId,
    type: testEvent,
    body,
    createdAt: at,
    dueAt: at,
  };
  await tx.insert(deliveries).values(row);
  return id;
}

/** Notes in the client's history what became of its endpoint. */
export async function noteEndpoint(
  tx: Tx,
  who: EndpointOwner,
  client: Client,
  type: "endpoint.added" | "endpoint.removed" | "endpoint.enabled" | "endpoint.tested",
  endpointId: string,
  more: Record<string, string> = {},
) {
  const { organisationId } = who;
  await recordEvent(tx, who, { type, organisationId, clientRowId: client.id, data: { endpointId, ...more } });
}
