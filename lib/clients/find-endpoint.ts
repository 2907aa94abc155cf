import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { attempts, clients, deliveries, endpoints } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { isId } from "../id";

/** How a client is told by machine: its endpoint, and whether it may ask by itself. */
export type EndpointView = {
  portalApiSince: Date | null;
  endpoint: {
    id: string;
    url: string;
    events: string[];
    createdAt: Date;
    failingSince: Date | null;
    disabledAt: Date | null;
  } | null;
};

/** One message with its tries, newest message first and oldest try first. */
export type DeliveryView = {
  id: string;
  type: string;
  createdAt: Date;
  state: "waiting" | "retrying" | "answered" | "given_up";
  nextTryAt: Date | null;
  tries: { at: Date; status: number | null; fault: string | null; tookMs: number }[];
  mayReplay: boolean;
};

/** The endpoint of one of the organisation's clients; null for a client that is not theirs. */
export async function findEndpoint(viewer: Viewer, clientRowId: string): Promise<EndpointView | null> {
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const [client] = await tx
      .select({ portalApiSince: clients.portalApiSince })
      .from(clients)
      .where(eq(clients.id, clientRowId));
    if (!client) return null;
    const [endpoint] = await tx
      .select({
        id: endpoints.id,
        url: endpoints.url,
        events: endpoints.events,
        createdAt: endpoints.createdAt,
        failingSince: endpoints.failingSince,
        disabledAt: endpoints.disabledAt,
      })
      .from(endpoints)
      .where(and(eq(endpoints.clientRowId, clientRowId), isNull(endpoints.removedAt)));
    return { ...client, endpoint: endpoint ?? null };
  });
}

/** The newest messages to the endpoints of one client, a hundred at most; empty for a client that is not theirs. */
export async function listDeliveries(viewer: Viewer, clientRowId: string): Promise<DeliveryView[]> {
  if (!isId(clientRowId)) return [];
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const rows = await tx
      .select({ delivery: deliveries, removedAt: endpoints.removedAt, disabledAt: endpoints.disabledAt })
      .from(deliveries)
      .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
      .where(eq(endpoints.clientRowId, clientRowId))
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(100);
    const ids = rows.map(({ delivery }) => delivery.id);
    const tried = ids.length
      ? await tx.select().from(attempts).where(inArray(attempts.deliveryId, ids)).orderBy(attempts.number)
      : [];
    return rows.map(({ delivery, removedAt, disabledAt }) => {
      const { id, type, createdAt, answeredAt, failedAt, dueAt } = delivery;
      const tries = tried.filter(({ deliveryId }) => deliveryId === id);
      const over = answeredAt !== null || failedAt !== null;
      const state = answeredAt ? "answered" : failedAt ? "given_up" : tries.length ? "retrying" : "waiting";
      return {
        id,
        type,
        createdAt,
        state,
        nextTryAt: over ? null : dueAt,
        tries: tries.map(({ at, status, fault, tookMs }) => ({ at, status, fault, tookMs })),
        mayReplay: over && !removedAt && !disabledAt,
      };
    });
  });
}
