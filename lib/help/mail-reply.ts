import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people, type tickets } from "@/db/schema";
import { mayMailIn } from "../accounts/mail-limit";
import { env } from "../env";
import { ticketLetter } from "../mail/letters/tickets";
import { send } from "../mail/send";

type Ticket = Pick<typeof tickets.$inferSelect, "id" | "number" | "organisationId" | "personId">;

/**
 * Tells whoever opened a ticket what the operator answered. Somebody who has left the organisation since is told
 * nothing more of it; its owners are instead.
 */
export async function mailReply(tx: Tx, ticket: Ticket, reply: { body: string; solved: boolean }) {
  const all = await tx
    .select({ personId: people.id, name: people.name, email: people.email, role: members.role })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.organisationId, ticket.organisationId));
  const opener = all.filter(({ personId }) => personId === ticket.personId);
  const told = opener.length > 0 ? opener : all.filter(({ role }) => role === "owner");
  const href = `${env().PUBLIC_URL}/help/${ticket.id}`;
  for (const { name, email } of told) {
    const about = { name, number: ticket.number, href, ...reply };
    if (await mayMailIn(tx, email, `ticket ${ticket.id}`))
      await send(tx, email, (language) => ticketLetter(language, about));
  }
}
