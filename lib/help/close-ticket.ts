import { and, eq, isNull } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { TicketIdInput } from "./input";
import { mailReply } from "./mail-reply";

/** Says for the operator that a ticket is solved, and tells whoever opened it. */
export async function closeTicket(
  actor: Actor,
  { ticketId }: TicketIdInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "close ticket");
    if (refusal) return refusal;
    if (!wasOffered(actor, "ticketId", ticketId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, ticketId);
    if (stale) return stale;
    const [ticket] = await tx
      .update(tickets)
      .set({ solvedAt: now(), solvedBy: actor.personId })
      .where(and(eq(tickets.id, ticketId), isNull(tickets.solvedAt)))
      .returning();
    if (!ticket) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "ticket.solved",
      organisationId: actor.organisationId,
      otherOrganisationId: ticket.organisationId,
      data: { ticketId, number: ticket.number },
    });
    await mailReply(tx, ticket, { body: "", solved: true });
    return done({ goTo: `/operator/tickets/${ticketId}?done=solved` });
  });
}
