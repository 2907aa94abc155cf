import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, members, people } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { mayMailManyIn } from "../accounts/mail-limit";
import { recordEvent } from "../audit/record-event";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import { listingDecidedLetter } from "../mail/letters/listings";
import { sendMany } from "../mail/send-many";
import type { DecideListingInput } from "./desk-input";

/** What was decided about, and whose it is. */
export type Decided = {
  id: string;
  organisationId: string;
  clientRowId: string;
  name: string;
  comments: Record<string, string>;
};

/** Tells of a decision: the trail of both sides, a letter to the owners and the client's contact, the client's server. */
export async function tellDecision(
  tx: Tx,
  actor: Actor,
  decided: Decided,
  { decision, reason }: Pick<DecideListingInput, "decision" | "reason">,
  at: Date,
) {
  const { id: listingId, organisationId, clientRowId, name, comments } = decided;
  await recordEvent(tx, actor, {
    type: "listing.decided",
    organisationId: actor.organisationId,
    otherOrganisationId: organisationId,
    clientRowId,
    data: { listingId, decision, reason: reason || null },
  });
  const letter = { name, decision, reason, comments, href: `${env().PUBLIC_URL}/listing` };
  const receivers = await findReceivers(tx, organisationId, clientRowId);
  const kind = decision === "suspend" ? "listing-suspended" : "listing-decided";
  const allowed = await mayMailManyIn(tx, receivers, kind);
  const letters = receivers
    .filter((_, index) => allowed[index])
    .map((to) => ({ to, write: (language: "en" | "fr") => listingDecidedLetter(language, letter) }));
  await sendMany(tx, letters, "en");
  const data = { listingId, decision, at: at.toISOString() };
  const body = JSON.stringify({ type: "listing.decided", timestamp: at.toISOString(), data });
  await tx.execute(
    sql`select tell_listing_decided(${newId()}, ${clientRowId}, ${body}, ${at.toISOString()}::timestamptz)`,
  );
}

/** The owners and the client's contact, nobody twice. */
async function findReceivers(tx: Tx, organisationId: string, clientRowId: string) {
  const owners = await findOwnerAddresses(tx, organisationId);
  const contacts = await tx
    .select({ email: clients.contactEmail })
    .from(clients)
    .where(eq(clients.id, clientRowId));
  const addresses = [...owners, ...contacts.map(({ email }) => email)];
  return [...new Map(addresses.map((email) => [foldEmail(email), email])).values()];
}

/** Where the owners of an organisation get their letters. */
export async function findOwnerAddresses(tx: Tx, organisationId: string) {
  const owners = await tx
    .select({ email: people.email })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.organisationId, organisationId), eq(members.role, "owner")))
    .orderBy(members.createdAt);
  return owners.map(({ email }) => email);
}
