import { and, eq, exists, isNotNull, isNull, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { deliveries, endpoints } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { RetryDeliveryInput } from "./input";

/**
 * Sends a message that was given up again, the same to the letter and with the same id; its owner sees who did it. Of
 * two operators the second is `stale`, and so is whoever sends to an endpoint that was switched off meanwhile.
 */
export async function retryDelivery(
  actor: Actor,
  { deliveryId }: RetryDeliveryInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "retry delivery");
    if (refusal) return refusal;
    if (!wasOffered(actor, "deliveryId", deliveryId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, deliveryId);
    if (stale) return stale;
    const [delivery] = await tx
      .update(deliveries)
      .set({ failedAt: null, tries: 0, dueAt: now() })
      .where(and(eq(deliveries.id, deliveryId), isNotNull(deliveries.failedAt), hasLiveEndpoint(tx)))
      .returning({
        otherOrganisationId: deliveries.organisationId,
        clientRowId: sql<string>`(select client_row_id from endpoints where id = ${deliveries.endpointId})`,
      });
    if (!delivery) return refuse("stale");
    const { organisationId } = actor;
    const event = { type: "delivery.retried" as const, organisationId, ...delivery, data: { deliveryId } };
    await recordEvent(tx, actor, event);
    return done({ goTo: "/operator/jobs?done=delivery" });
  });
}

/** Whether anything may still be sent where a message was for. */
export function hasLiveEndpoint(tx: Tx) {
  const isLive = and(
    eq(endpoints.id, deliveries.endpointId),
    isNull(endpoints.removedAt),
    isNull(endpoints.disabledAt),
  );
  return exists(tx.select({ id: endpoints.id }).from(endpoints).where(isLive));
}
