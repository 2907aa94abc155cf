import { and, eq, isNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { TicketIdInput } from "./input";
import { findOfferedTicket } from "./own-ticket";

/**
 * Takes a ticket up, or over from the colleague whom the page named as its holder; of two who reach for it at once
 * one gets it, the other is `stale`.
 */
export async function takeTicket(
  actor: Actor,
  { ticketId }: TicketIdInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "take ticket");
    if (refusal) return refusal;
    const found = await findOfferedTicket(tx, actor, ticketId);
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, ticketId);
    if (stale) return stale;
    const holder = actor.key?.offered.holder?.[0] || null;
    const [taken] = await tx
      .update(tickets)
      .set({ takenBy: actor.personId, takenAt: now() })
      .where(
        and(
          eq(tickets.id, ticketId),
          isNull(tickets.solvedAt),
          sql`${tickets.takenBy} is not distinct from ${holder}::uuid`,
          sql`${tickets.takenBy} is distinct from ${actor.personId}::uuid`,
        ),
      )
      .returning();
    if (!taken) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "ticket.taken",
      organisationId: actor.organisationId,
      otherOrganisationId: taken.organisationId,
      data: { ticketId, number: taken.number },
    });
    return done({ goTo: `/operator/tickets/${ticketId}?done=taken` });
  });
}
