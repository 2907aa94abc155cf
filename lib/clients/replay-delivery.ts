import { and, eq, isNotNull, or } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { deliveries, endpoints } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { ReplayDeliveryInput } from "./endpoint-input";
import { findOwnClient } from "./own-client";

/**
 * Sends a message again, the same to the letter and with the same id, to the endpoint it was for: one that was given
 * up, or one that arrived and got lost there. One that is on its way anyway stays so.
 */
export async function replayDelivery(
  actor: Actor,
  { deliveryId }: ReplayDeliveryInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "replay delivery");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const [endpoint] = await tx
      .select({ removedAt: endpoints.removedAt, disabledAt: endpoints.disabledAt })
      .from(deliveries)
      .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
      .where(and(eq(deliveries.id, deliveryId), eq(endpoints.clientRowId, client.id)));
    if (!endpoint || endpoint.removedAt || endpoint.disabledAt) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const replayed = await tx
      .update(deliveries)
      .set({ answeredAt: null, failedAt: null, tries: 0, dueAt: now() })
      .where(
        and(
          eq(deliveries.id, deliveryId),
          or(isNotNull(deliveries.answeredAt), isNotNull(deliveries.failedAt)),
        ),
      )
      .returning({ id: deliveries.id });
    if (replayed.length > 0) {
      const { organisationId } = actor;
      const data = { deliveryId };
      await recordEvent(tx, actor, {
        type: "delivery.replayed",
        organisationId,
        clientRowId: client.id,
        data,
      });
    }
    return done({ goTo: `/clients/${client.id}/deliveries?done=sent` });
  });
}
