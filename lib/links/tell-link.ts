import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EndReason, sellerLinks } from "@/db/schema";
import { mayMailIn } from "../accounts/mail-limit";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import type { Language } from "../language";
import {
  linkCreatedLetter,
  linkEndedLetter,
  sellerLinkedLetter,
  sellerUnlinkedLetter,
} from "../mail/letters/links";
import { send } from "../mail/send";

type Link = typeof sellerLinks.$inferSelect;
type Who = { personId?: string | null; name: string; email?: string; language?: Language };
type Contact = {
  side: "client" | "seller";
  email: string;
  name: string;
  client_id: string;
  client_organisation_name: string;
};

/**
 * Tells both sides that a link was opened, in its own transaction: a message for the client's endpoint, a letter to
 * the client's contact, and a letter with a way to undo it to every owner of the seller account.
 */
export async function tellLinkCreated(tx: Tx, who: Who, link: Link, clientId: string) {
  const data = { ...about(link, clientId), status: "open" };
  const hasEndpoint = await tellEndpoint(tx, link.id, "link.created", data);
  for (const to of await contactsOf(tx, link.id)) {
    const facts = { ...factsOf(link, to), by: who.name };
    if (to.side === "client") {
      if (!(await mayMailIn(tx, to.email, "link-created"))) continue;
      const href = `${env().PUBLIC_URL}/clients/${link.clientRowId}/links/${link.id}`;
      // Where no server is told, this letter is what tells the client's side.
      const tellsLinkId = hasEndpoint ? null : link.id;
      await send(
        tx,
        to.email,
        (language) => linkCreatedLetter(language, { ...facts, href }),
        who.language,
        tellsLinkId,
      );
    } else if (await mayMailIn(tx, to.email, "seller-linked")) {
      const href = `${env().PUBLIC_URL}/links/${link.id}`;
      await send(tx, to.email, (language) => sellerLinkedLetter(language, { ...facts, name: to.name, href }));
    }
  }
}

/** The same for its end, whoever ended it, with the reason. The person who did it needs no letter about it. */
export async function tellLinkEnded(tx: Tx, who: Who, link: Link) {
  const reason = link.reason ?? "other";
  const contacts = await contactsOf(tx, link.id);
  const clientId = contacts[0]?.client_id ?? "";
  const status = reason === "lapsed" ? "expired" : "ended";
  await tellEndpoint(tx, link.id, "link.ended", { ...about(link, clientId), status, reason });
  for (const to of contacts) {
    if (to.email === who.email) continue;
    const facts = { ...factsOf(link, to), by: who.name, reason: reason as EndReason };
    if (to.side === "client") {
      if (link.clientOrganisationId === link.sellerOrganisationId) continue;
      if (!(await mayMailIn(tx, to.email, "link-ended"))) continue;
      const href = `${env().PUBLIC_URL}/clients/${link.clientRowId}/links/${link.id}`;
      await send(tx, to.email, (language) => linkEndedLetter(language, { ...facts, href }), who.language);
    } else if (await mayMailIn(tx, to.email, "seller-unlinked")) {
      const href = `${env().PUBLIC_URL}/links`;
      await send(tx, to.email, (language) =>
        sellerUnlinkedLetter(language, { ...facts, name: to.name, href }),
      );
    }
  }
}

/** Lays a message about a link into the outbox of its client's endpoint. False where there is none that wants it. */
export async function tellEndpoint(tx: Tx, linkId: string, type: string, data: Record<string, unknown>) {
  const at = now().toISOString();
  const body = JSON.stringify({ type, timestamp: at, data });
  const [row] = await tx.execute<{ told: boolean }>(
    sql`select tell_client(${newId()}, ${linkId}, ${type}, ${body}, ${at}) as told`,
  );
  return row?.told ?? false;
}

async function contactsOf(tx: Tx, linkId: string) {
  return [...(await tx.execute<Contact>(sql`select * from contacts_of_link(${linkId})`))];
}

function about(link: Link, clientId: string) {
  return {
    linkId: link.id,
    sellerId: link.sellerId,
    shopName: link.shopName,
    clientId,
    since: link.createdAt.toISOString(),
    expiresAt: link.expiresAt?.toISOString() ?? null,
    reference: link.reference,
    via: link.via,
  };
}

function factsOf(link: Link, to: Contact) {
  return {
    clientId: to.client_id,
    partner: to.client_organisation_name,
    shopName: link.shopName,
    sellerId: link.sellerId,
    reference: link.reference,
  };
}
