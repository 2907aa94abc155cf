import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { TicketIdInput } from "./input";
import { findOwnTicket } from "./own-ticket";

/** Says that a ticket of one's own organisation needs nothing more; writing on it opens it again. */
export async function solveTicket(
  actor: Actor,
  { ticketId }: TicketIdInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "solve ticket");
    if (refusal) return refusal;
    const found = await findOwnTicket(tx, actor, ticketId);
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, ticketId);
    if (stale) return stale;
    const [solved] = await tx
      .update(tickets)
      .set({ solvedAt: now(), solvedBy: actor.personId })
      .where(and(eq(tickets.id, ticketId), isNull(tickets.solvedAt)))
      .returning({ number: tickets.number });
    // The operator, a colleague or another tab was faster.
    if (!solved) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "ticket.solved",
      organisationId: actor.organisationId,
      data: { ticketId, number: solved.number },
    });
    return done({ goTo: `/help/${ticketId}?done=solved` });
  });
}
