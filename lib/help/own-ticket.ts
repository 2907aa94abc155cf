import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tickets } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";
import { refuse } from "../result";

/** The ticket that a form on its page is about, held until the act is over; a foreign or unknown one is `not_found`. */
export async function findOwnTicket(tx: Tx, actor: Actor, ticketId: string) {
  if (!wasOffered(actor, "ticketId", ticketId)) return refuse("not_found");
  const mine = and(eq(tickets.id, ticketId), eq(tickets.organisationId, actor.organisationId));
  const [ticket] = await tx.select().from(tickets).where(mine).for("update");
  return ticket ? { ok: true as const, view: ticket } : refuse("not_found");
}

/** The same for the operator, whose tickets are everybody's. */
export async function findOfferedTicket(tx: Tx, actor: Actor, ticketId: string) {
  if (!wasOffered(actor, "ticketId", ticketId)) return refuse("not_found");
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for("update");
  return ticket ? { ok: true as const, view: ticket } : refuse("not_found");
}
