import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type SkipReason, sellerLinks } from "@/db/schema";
import { mayMailAllIn } from "../accounts/mail-limit";
import { recordEvents } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import type { Language } from "../language";
import { takeSomeIn } from "../limits/take-limit";
import { linkReminderLetter } from "../mail/letters/reminders";
import { type Outgoing, sendMany } from "../mail/send-many";
import { needsSeller } from "./choose-links";
import { isOpenAt } from "./narrow-links";
import type { BulkItem, BulkRun, Skipped, Starter } from "./run-bulk-items";

/** One reminder of a link in so long, and so many a day from one organisation. */
const restSeconds = 7 * 86_400;
export const remindersPerDay = { name: "reminders", max: 500, windowSeconds: 86_400 };

const kind = "link-reminder";

type Needing = typeof sellerLinks.$inferSelect & { open: boolean; why: SkipReason | null };
type Contact = {
  link_id: string;
  side: string;
  email: string;
  client_id: string;
  client_organisation_name: string;
};

/**
 * Writes to the owners of the seller accounts whose link needs something of them: its time ran out, or ends within
 * thirty days. Everybody else is skipped, and it is said why.
 */
export async function remindLinks(
  tx: Tx,
  run: BulkRun,
  starter: Starter,
  items: BulkItem[],
): Promise<Skipped> {
  const links = await findNeeding(tx, run, items);
  const skipped: Skipped = new Map(
    items.map(({ linkId }) => [linkId, links.get(linkId)?.why ?? ("needs_nothing" as const)]),
  );
  const asked = [...links.values()].filter(({ why }) => why === null);
  const owners = await ownersOf(tx, asked);
  for (const { id } of asked) skipped.set(id, "nobody");
  const reachable = asked.filter(({ id }) => owners.has(id));
  for (const { id } of reachable) skipped.set(id, "day_full");

  // Counters last, because they are held until all is saved.
  const { count } = await takeSomeIn(tx, remindersPerDay, run.organisationId, reachable.length);
  const letters = reachable.slice(0, count).flatMap((link) =>
    (owners.get(link.id) ?? []).map((to) => ({
      link,
      kind,
      ...letterTo(to, link, run, starter),
    })),
  );
  for (const { link } of letters) skipped.set(link.id, "letters_full");
  const allowed = await mayMailAllIn(tx, letters);
  const kept = letters.filter((_, index) => allowed[index]);
  await sendMany(tx, kept, starter.language);
  for (const { link } of kept) skipped.delete(link.id);
  const reminded = reachable.filter(({ id }) => !skipped.has(id));
  await recordReminders(tx, starter, reminded, run);
  return skipped;
}

/** The links, held, with why their sellers are not written to; null where they are. */
async function findNeeding(tx: Tx, run: BulkRun, items: BulkItem[]) {
  const at = now().toISOString();
  const ids = items.map(({ linkId }) => linkId);
  const ours = and(inArray(sellerLinks.id, ids), eq(sellerLinks.clientOrganisationId, run.organisationId));
  // Two runs over the same links come one after the other; the second then sees what the first wrote.
  await tx
    .select({ id: sellerLinks.id })
    .from(sellerLinks)
    .where(ours)
    .orderBy(asc(sellerLinks.id))
    .for("no key update");
  const open = isOpenAt(at);
  const { id, clientRowId, sellerId, reason } = sellerLinks;
  const isLinkedAgain = sql`exists (select 1 from seller_links k where k.client_row_id = ${clientRowId}
    and k.seller_id = ${sellerId} and k.id <> ${id} and link_is_open(k.unlinked_at, k.expires_at, k.ends_at, ${at}))`;
  const isReminded = sql`exists (select 1 from bulk_items i join bulk_runs r on r.id = i.bulk_run_id
    where i.link_id = ${id} and i.done_at > ${inSeconds(-restSeconds).toISOString()} and i.done_at is not null
      and i.skipped is null and r.act = 'remind')`;
  const rows = await tx
    .select({
      link: sellerLinks,
      open,
      why: sql<SkipReason | null>`case
        when ${sellerLinks.sellerOrganisationId} = ${run.organisationId} then 'needs_nothing'
        when not ${open} and ${isLinkedAgain} then 'linked_again'
        when not ${open} and coalesce(${reason}, 'lapsed') <> 'lapsed' then 'ended'
        when not ${needsSeller()} then 'needs_nothing'
        when ${isReminded} then 'reminded_lately' end`,
    })
    .from(sellerLinks)
    .where(ours);
  return new Map<string, Needing>(rows.map(({ link, ...judged }) => [link.id, { ...link, ...judged }]));
}

async function ownersOf(tx: Tx, links: Needing[]) {
  const owners = new Map<string, Contact[]>();
  if (links.length === 0) return owners;
  const ids = sql.param(links.map(({ id }) => id));
  const rows = await tx.execute<Contact>(
    sql`select * from contacts_of_links(${ids}::uuid[]) where side = 'seller'`,
  );
  for (const contact of rows) owners.set(contact.link_id, [...(owners.get(contact.link_id) ?? []), contact]);
  return owners;
}

function letterTo(
  contact: Contact,
  link: Needing,
  run: BulkRun,
  { kind: as }: Starter,
): Outgoing & { to: string } {
  const { client_id: clientId, client_organisation_name: partner } = contact;
  const { PUBLIC_URL } = env();
  const again = `${PUBLIC_URL}/link-client?${new URLSearchParams({ clientId, as })}`;
  const { sellerId, shopName, open } = link;
  const times = [link.expiresAt, link.endsAt].filter((at) => at !== null).map(Number);
  const facts = { clientId, partner, shopName, sellerId, open, words: run.choice };
  const endsAt = new Date(Math.min(...times));
  const href = open ? `${PUBLIC_URL}/links/${link.id}` : again;
  return {
    to: contact.email,
    write: (language: Language) => linkReminderLetter(language, { ...facts, endsAt, href }),
  };
}

async function recordReminders(tx: Tx, starter: Starter, links: Needing[], run: BulkRun) {
  const events = links.map((link) => ({
    type: "link.reminded" as const,
    organisationId: link.clientOrganisationId,
    otherOrganisationId: link.sellerOrganisationId,
    clientRowId: link.clientRowId,
    sellerId: link.sellerId,
    data: { linkId: link.id, bulkId: run.id },
  }));
  await recordEvents(tx, starter, events);
}
