import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mayMailManyIn } from "../accounts/mail-limit";
import { env } from "../env";
import type { Language } from "../language";
import { invitationLetter, requestLetter } from "../mail/letters/invitations";
import { sendMany } from "../mail/send-many";
import type { Addressee } from "./invitation-input";

type From = { partner: string; clientId: string; language: Language };
type Call = { addressee: Addressee | null; href: string; until: Date };

/**
 * Writes to those who are named in invitations: to an address, or to the owners of a seller account. For an account
 * that nobody owns, or that is none, a letter to nobody is written all the same. An address takes five an hour; what
 * is over that is left out without a word to the sender.
 */
export async function mailInvitations(tx: Tx, from: From, calls: Call[]) {
  const owners = await findOwners(tx, calls);
  const { PUBLIC_URL: origin } = env();
  const letters = calls.flatMap(({ addressee, href, until }) => {
    const { partner, clientId } = from;
    const facts = { partner, clientId, href, origin, until };
    if (!addressee) return [];
    if ("email" in addressee) {
      const { email: to } = addressee;
      return [{ to, key: to, write: (language: Language) => invitationLetter(language, facts) }];
    }
    const { sellerId } = addressee;
    const write = (language: Language) => requestLetter(language, { ...facts, sellerId });
    // A counter of its own for each nobody: one for all would make their senders wait for each other, which tells.
    return (owners.get(sellerId) ?? [null]).map((to) => ({ to, key: to ?? `nobody ${sellerId}`, write }));
  });
  const keys = letters.map(({ key }) => key);
  const allowed = await mayMailManyIn(tx, keys, "invitation");
  const kept = letters.map(({ to, write }, index) => ({ to: allowed[index] ? to : null, write }));
  await sendMany(tx, kept, from.language);
}

async function findOwners(tx: Tx, calls: Call[]) {
  const sellerIds = calls.flatMap(({ addressee }) =>
    addressee && "sellerId" in addressee ? [addressee.sellerId] : [],
  );
  const owners = new Map<number, string[]>();
  if (sellerIds.length === 0) return owners;
  const asked = sql.param([...new Set(sellerIds)].map(String));
  const rows = await tx.execute<{ seller_id: string; email: string }>(
    sql`select s.id as seller_id, o.email from unnest(${asked}::bigint[]) s(id) cross join lateral owners_of_seller(s.id) o`,
  );
  for (const { seller_id, email } of rows) {
    owners.set(Number(seller_id), [...(owners.get(Number(seller_id)) ?? []), email]);
  }
  return owners;
}
