import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { attempts, deliveries, endpoints } from "@/db/schema";
import { now } from "../clock";
import { newId } from "../id";
import { seal } from "../secrets";
import { eventTypes } from "./event-types";
import { makeWebhookKey } from "./sign";

type Client = { id: string; organisationId: string };

/** A live endpoint of the client that wants everything; its row and its signing key. */
export async function makeEndpoint(client: Client, over: Partial<typeof endpoints.$inferInsert> = {}) {
  const key = makeWebhookKey();
  const row = {
    id: newId(),
    clientRowId: client.id,
    organisationId: client.organisationId,
    url: "https://hooks.partner.com/in",
    events: [...eventTypes],
    sealedKey: seal(key),
    createdAt: now(),
    ...over,
  };
  await asFounder((tx) => tx.insert(endpoints).values(row));
  return { ...row, key };
}

/** A message that waits for the endpoint since now. */
export async function makeDelivery(
  endpoint: { id: string; organisationId: string },
  over: Partial<typeof deliveries.$inferInsert> = {},
) {
  const row = {
    id: newId(),
    endpointId: endpoint.id,
    organisationId: endpoint.organisationId,
    type: "webhook.test",
    body: JSON.stringify({ type: "webhook.test", timestamp: now().toISOString(), data: {} }),
    createdAt: now(),
    dueAt: now(),
    ...over,
  };
  await asFounder((tx) => tx.insert(deliveries).values(row));
  return row;
}

/** The delivery as it stands, with its tries in order. */
export async function readDelivery(id: string) {
  return asFounder(async (tx) => {
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id));
    const tries = await tx
      .select()
      .from(attempts)
      .where(eq(attempts.deliveryId, id))
      .orderBy(attempts.number);
    if (!row) throw new Error("no such delivery");
    return { ...row, attempts: tries };
  });
}
