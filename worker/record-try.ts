import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, clients, deliveries, endpoints, sellerLinks } from "@/db/schema";
import { mayMailIn } from "@/lib/accounts/mail-limit";
import { recordEvent } from "@/lib/audit/record-event";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { endpointDisabledLetter } from "@/lib/mail/letters/endpoints";
import { send } from "@/lib/mail/send";
import { type AfterTry, judgeTry } from "@/lib/webhooks/back-off";
import type { Posted } from "@/lib/webhooks/post-guarded";
import type { Delivery } from "./claim-deliveries";

/** What became of one try; `no_key`: its signing key can no longer be opened. */
export type Tried = Pick<Posted, "ok" | "status" | "cause" | "ms"> & { fault: Posted["fault"] | "no_key" };

const isPending = () => and(isNull(deliveries.answeredAt), isNull(deliveries.failedAt));

/** Writes down one try and what follows from it, all in the worker's one transaction. */
export async function recordTry(tx: Tx, delivery: Delivery, tried: Tried): Promise<AfterTry["state"]> {
  const { id, endpointId, organisationId, tries } = delivery;
  const { ok, status, fault, ms } = tried;
  const at = now();
  const after = judgeTry({ ok, fault: fault === "no_key" ? null : fault }, tries);
  // The endpoint before its deliveries, in every worker: two that end one endpoint must not wait for each other.
  await judgeEndpoint(tx, delivery, after, at);
  const [known] = await tx
    .select({
      number: sql<number>`(select coalesce(max(number), 0) + 1 from attempts where delivery_id = ${id})`,
    })
    .from(deliveries)
    .where(eq(deliveries.id, id))
    .for("update");
  if (!known) return after.state;
  await tx
    .insert(attempts)
    .values({ deliveryId: id, number: known.number, organisationId, at, tookMs: ms, status, fault });

  const told = { lastTriedAt: at, lastStatus: status, lastFault: fault };
  if (after.state === "delivered") {
    await tx
      .update(deliveries)
      .set({ ...told, answeredAt: at, failedAt: null })
      .where(eq(deliveries.id, id));
    await noteTold(tx, delivery, at);
    return after.state;
  }
  const next = after.state === "waiting" ? { dueAt: after.dueAt } : { failedAt: at };
  // A failure that comes late, after the claim ran out, takes nothing back from the try that followed.
  await tx
    .update(deliveries)
    .set({ ...told, ...next })
    .where(and(eq(deliveries.id, id), eq(deliveries.tries, tries), isPending()));
  if (after.state === "disabled") {
    await tx
      .update(deliveries)
      .set({ failedAt: at, lastFault: "disabled" })
      .where(and(eq(deliveries.endpointId, endpointId), ne(deliveries.id, id), isPending()));
  }
  return after.state;
}

/** Gives up a message whose endpoint was removed or switched off meanwhile; it was not sent. */
export async function closeDelivery(tx: Tx, id: string) {
  await tx
    .update(deliveries)
    .set({ failedAt: now(), lastFault: "disabled" })
    .where(and(eq(deliveries.id, id), isPending()));
}

async function judgeEndpoint(tx: Tx, delivery: Delivery, { state }: AfterTry, at: Date) {
  const { endpointId, organisationId, clientRowId } = delivery;
  if (state === "delivered") {
    await tx
      .update(endpoints)
      .set({ failingSince: null })
      .where(and(eq(endpoints.id, endpointId), isNotNull(endpoints.failingSince)));
    return;
  }
  await tx
    .update(endpoints)
    .set({ failingSince: sql`coalesce(${endpoints.failingSince}, ${at.toISOString()})` })
    .where(eq(endpoints.id, endpointId));
  if (state !== "disabled") return;
  const stopped = await tx
    .update(endpoints)
    .set({ disabledAt: at })
    .where(and(eq(endpoints.id, endpointId), isNull(endpoints.disabledAt)))
    .returning({ id: endpoints.id });
  if (stopped.length === 0) return;
  const event = { type: "endpoint.disabled" as const, organisationId, clientRowId, data: { endpointId } };
  await recordEvent(tx, { name: "clock" }, event);
  await tellDisabled(tx, delivery);
}

/** Its owner would else learn of it by missing the next link. */
async function tellDisabled(tx: Tx, { clientRowId, url }: Delivery) {
  const [client] = await tx
    .select({ clientId: clients.clientId, email: clients.contactEmail })
    .from(clients)
    .where(eq(clients.id, clientRowId));
  if (!client || !(await mayMailIn(tx, client.email, "endpoint-disabled"))) return;
  const href = `${env().PUBLIC_URL}/clients/${clientRowId}#webhook`;
  const facts = { clientId: client.clientId, host: new URL(url).hostname, href };
  await send(tx, client.email, (language) => endpointDisabledLetter(language, facts));
}

/** The client's own server took the news of a link: that lights the chain's lamp. */
async function noteTold(tx: Tx, { type, linkId }: Delivery, at: Date) {
  if (type !== "link.created" || !linkId) return;
  await tx
    .update(sellerLinks)
    .set({ toldAt: at, toldBy: "webhook" })
    .where(and(eq(sellerLinks.id, linkId), isNull(sellerLinks.toldAt)));
}
