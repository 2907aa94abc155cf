import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EndReason, sellerLinks } from "@/db/schema";
import { env } from "../env";
import type { Language } from "../language";
import {
  linkCreatedLetter,
  linkEndedLetter,
  sellerLinkedLetter,
  sellerUnlinkedLetter,
} from "../mail/letters/links";
import { type LinkLetter, mailAboutLinks } from "./mail-about-links";
import { tellEndpoint, tellEndpoints } from "./tell-endpoints";

type Link = typeof sellerLinks.$inferSelect;
type Who = {
  personId?: string | null;
  name: string;
  email?: string;
  language?: Language;
  /** Why, where it was the operator. */
  because?: string;
};
type Contact = {
  link_id: string;
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
  const contacts = await contactsOf(tx, [link]);
  const letters = (contacts.get(link.id) ?? []).map((to): LinkLetter => {
    const facts = { ...factsOf(link, to), by: who.name, because: who.because };
    if (to.side === "client") {
      const href = `${env().PUBLIC_URL}/clients/${link.clientRowId}/links/${link.id}`;
      const write = (language: Language) => linkCreatedLetter(language, { ...facts, href });
      // Where no server is told, this letter is what tells the client's side.
      return { to: to.email, kind: "link-created", write, tellsLinkId: hasEndpoint ? null : link.id };
    }
    const href = `${env().PUBLIC_URL}/links/${link.id}`;
    const write = (language: Language) => sellerLinkedLetter(language, { ...facts, name: to.name, href });
    const owed = { kind: "seller-linked", linkId: link.id, by: who.name } as const;
    return { to: to.email, kind: owed.kind, write, owed };
  });
  await mailAboutLinks(tx, letters, who.language ?? "en");
}

/** The same for its end, whoever ended it, with the reason. The person who did it needs no letter about it. */
export async function tellLinkEnded(tx: Tx, who: Who, link: Link) {
  await tellLinksEnded(tx, who, [link]);
}

/** The same for the ends of many, in a few statements. */
export async function tellLinksEnded(tx: Tx, who: Who, links: Link[]) {
  const contacts = await contactsOf(tx, links);
  const messages = links.map((link) => {
    const clientId = contacts.get(link.id)?.[0]?.client_id ?? "";
    const reason = reasonOf(link);
    const status = reason === "lapsed" ? "expired" : "ended";
    return { linkId: link.id, data: { ...about(link, clientId), status, reason } };
  });
  await tellEndpoints(tx, "link.ended", messages);
  const letters = links.flatMap((link) =>
    (contacts.get(link.id) ?? [])
      .filter(({ side, email }) => email !== who.email && (side === "seller" || !isOwn(link) || who.because))
      .map((to) => letterOfEnd(who, link, to)),
  );
  await mailAboutLinks(tx, letters, who.language ?? "en");
}

function letterOfEnd(who: Who, link: Link, to: Contact): LinkLetter {
  const facts = { ...factsOf(link, to), by: who.name, because: who.because, reason: reasonOf(link) };
  if (to.side === "client") {
    const href = `${env().PUBLIC_URL}/clients/${link.clientRowId}/links/${link.id}`;
    const write = (language: Language) => linkEndedLetter(language, { ...facts, href });
    return { to: to.email, kind: "link-ended", write };
  }
  const href = `${env().PUBLIC_URL}/links`;
  const write = (language: Language) => sellerUnlinkedLetter(language, { ...facts, name: to.name, href });
  const owed = { kind: "seller-unlinked", linkId: link.id, by: who.name } as const;
  return { to: to.email, kind: owed.kind, write, owed };
}

/** The people behind each link, the client's contact first. */
async function contactsOf(tx: Tx, links: Link[]) {
  const byLink = new Map<string, Contact[]>();
  if (links.length === 0) return byLink;
  const ids = sql.param(links.map(({ id }) => id));
  for (const contact of await tx.execute<Contact>(sql`select * from contacts_of_links(${ids}::uuid[])`)) {
    const known = byLink.get(contact.link_id);
    if (known) known.push(contact);
    else byLink.set(contact.link_id, [contact]);
  }
  return byLink;
}

const reasonOf = (link: Link): EndReason => link.reason ?? "other";
const isOwn = (link: Link) => link.clientOrganisationId === link.sellerOrganisationId;

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
