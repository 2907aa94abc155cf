import { and, inArray, isNull, sql } from "drizzle-orm";
import { asWorker, type Tx } from "@/db/client";
import { deliveries, endpoints } from "@/db/schema";
import { mayMailAllIn } from "@/lib/accounts/mail-limit";
import { recordEvents } from "@/lib/audit/record-event";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import type { Language } from "@/lib/language";
import type { Letter } from "@/lib/mail/letter";
import { linksExpiringLetter, secretsExpiringLetter } from "@/lib/mail/letters/expiring";
import { sendMany } from "@/lib/mail/send-many";
import {
  type Expiring,
  type ExpiringLink,
  type ExpiringSecret,
  findExpiringLinks,
  findExpiringSecrets,
} from "./find-expiring";

/** A letter lists so many; the others stand on the pages where its button leads. */
const mostListed = 200;

type Message = { clientRowId: string; linkId: string | null; data: Record<string, unknown> };
type OutgoingLetter = { to: string; kind: string; write: (language: Language) => Letter };

/**
 * Tells clients what of theirs stops working soon: links 30, 7 and 1 days before, secrets 7 and 1, each once. Leaves
 * an event, a message where an endpoint wants it, and one letter an hour to each contact. Resolves to their number.
 */
export async function tellExpiring(): Promise<number> {
  return asWorker(async (tx) => {
    const [turn] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('tell expiring')) as mine`,
    );
    if (!turn?.mine) return 0;
    const links = await findExpiringLinks(tx);
    await tellOfLinks(tx, links);
    const secrets = await findExpiringSecrets(tx);
    await tellOfSecrets(tx, secrets);
    // Whose client acts for an account of their own has set its end themselves.
    const foreign = links.filter((one) => one.organisationId !== one.sellerOrganisationId);
    const letters = [
      ...[...byContact(foreign)].map(([to, some]) => linksLetter(to, some)),
      ...[...byContact(secrets)].map(([to, some]) => secretsLetter(to, some)),
    ];
    // Last, because the counters are held until all is saved.
    const allowed = await mayMailAllIn(tx, letters);
    const kept = letters.filter((_, index) => allowed[index]);
    await sendMany(tx, kept, "en");
    return links.length + secrets.length;
  });
}

async function tellOfLinks(tx: Tx, links: ExpiringLink[]) {
  const events = links.map((link) => ({
    type: "link.expiring" as const,
    organisationId: link.organisationId,
    otherOrganisationId: link.sellerOrganisationId,
    clientRowId: link.clientRowId,
    sellerId: Number(link.sellerId),
    data: { linkId: link.id, days: link.days, endsAt: link.endsAt },
  }));
  await recordEvents(tx, { name: "clock" }, events);
  const messages = links.map(({ id: linkId, clientRowId, clientId, shopName, reference, ...link }) => {
    const { days, endsAt, sellerId } = link;
    const about = { linkId, sellerId: Number(sellerId), shopName, clientId, reference };
    return { clientRowId, linkId, data: { ...about, status: "open", days, endsAt } };
  });
  await layMessages(tx, "link.expiring", messages);
}

async function tellOfSecrets(tx: Tx, secrets: ExpiringSecret[]) {
  const events = secrets.map(({ id: secretId, organisationId, clientRowId, hint, days, endsAt }) => {
    const data = { secretId, hint, days, endsAt };
    return { type: "secret.expiring" as const, organisationId, clientRowId, data };
  });
  await recordEvents(tx, { name: "clock" }, events);
  const messages = secrets.map(({ id: secretId, clientRowId, clientId, days, endsAt }) => {
    return { clientRowId, linkId: null, data: { secretId, clientId, days, endsAt } };
  });
  await layMessages(tx, "secret.expiring", messages);
}

/** Lays messages into the outboxes of the clients' endpoints, as far as these want them. */
async function layMessages(tx: Tx, type: "link.expiring" | "secret.expiring", messages: Message[]) {
  const clients = [...new Set(messages.map(({ clientRowId }) => clientRowId))];
  if (clients.length === 0) return;
  const live = await tx
    .select()
    .from(endpoints)
    .where(
      and(inArray(endpoints.clientRowId, clients), isNull(endpoints.removedAt), isNull(endpoints.disabledAt)),
    );
  const wanting = new Map(
    live.filter(({ events }) => events.includes(type)).map((one) => [one.clientRowId, one]),
  );
  const at = now();
  const rows = messages.flatMap(({ clientRowId, linkId, data }) => {
    const endpoint = wanting.get(clientRowId);
    if (!endpoint) return [];
    const { id: endpointId, organisationId } = endpoint;
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    return [{ id: newId(), endpointId, organisationId, type, linkId, body, createdAt: at, dueAt: at }];
  });
  for (let from = 0; from < rows.length; from += 500) {
    await tx.insert(deliveries).values(rows.slice(from, from + 500));
  }
}

function byContact<T extends Expiring>(all: T[]) {
  const contacts = new Map<string, T[]>();
  for (const one of all) {
    const some = contacts.get(one.contactEmail);
    if (some) some.push(one);
    else contacts.set(one.contactEmail, [one]);
  }
  return contacts;
}

function linksLetter(to: string, links: ExpiringLink[]): OutgoingLetter {
  const lines = links
    .slice(0, mostListed)
    .map((link) => ({ ...link, sellerId: Number(link.sellerId), endsAt: new Date(link.endsAt) }));
  const facts = { href: pageOf(links), lines, more: links.length - lines.length };
  return { to, kind: "links-expiring", write: (language) => linksExpiringLetter(language, facts) };
}

function secretsLetter(to: string, secrets: ExpiringSecret[]): OutgoingLetter {
  const lines = secrets
    .slice(0, mostListed)
    .map((secret) => ({ ...secret, endsAt: new Date(secret.endsAt) }));
  const facts = { href: pageOf(secrets), lines, more: secrets.length - lines.length };
  return { to, kind: "secrets-expiring", write: (language) => secretsExpiringLetter(language, facts) };
}

/** The client's page, where they are all of one; else the list of clients. */
function pageOf([first, ...others]: Expiring[]) {
  const isOne = first && others.every(({ clientRowId }) => clientRowId === first.clientRowId);
  return env().PUBLIC_URL + (isOne ? `/clients/${first.clientRowId}` : "/clients");
}
