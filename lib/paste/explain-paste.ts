import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, secrets, sellerLinks } from "@/db/schema";
import { now } from "../clock";
import { env } from "../env";
import { hashSecret } from "../secrets";
import type { SecretSeen } from "./read-secrets";

/** A link that a token of one's own client reaches. */
export type ReachedLink = { linkId: string; sellerId: number; shopName: string };
export type ReachView = { clientRowId: string; links: ReachedLink[]; hasMore: boolean };

/** A pasted secret that is one of the organisation's own. */
export type OwnSecret = {
  clientRowId: string;
  clientId: string;
  hint: string;
  label: string;
  endedAt: string | null;
};

const mostLinks = 20;

/**
 * The seller accounts that a client of the organisation may act for now; null for a client of somebody else, which
 * `tx` does not see. The same predicate as at each call.
 */
export async function findReach(tx: Tx, clientId: string): Promise<ReachView | null> {
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.clientId, clientId));
  if (!client) return null;
  const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
  const links = await tx
    .select({ linkId: sellerLinks.id, sellerId: sellerLinks.sellerId, shopName: sellerLinks.shopName })
    .from(sellerLinks)
    .where(
      and(
        eq(sellerLinks.clientRowId, client.id),
        sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
      ),
    )
    .orderBy(desc(sellerLinks.createdAt), desc(sellerLinks.id))
    .limit(mostLinks + 1);
  return { clientRowId: client.id, links: links.slice(0, mostLinks), hasMore: links.length > mostLinks };
}

/** Which of the organisation's own secrets were pasted, and whether they still work. Nobody else's is ever found. */
export async function findOwnSecrets(tx: Tx, seen: SecretSeen[]): Promise<OwnSecret[]> {
  const hashes = env().SECRET_PEPPER.flatMap(({ id }) => {
    const made = seen.flatMap(({ raw }) => hashSecret(raw, id)?.hash ?? []);
    return made.length > 0 ? [and(eq(secrets.pepperId, id), inArray(secrets.hash, made))] : [];
  });
  if (hashes.length === 0) return [];
  const rows = await tx
    .select({
      clientRowId: clients.id,
      clientId: clients.clientId,
      hint: secrets.hint,
      label: secrets.label,
      endsAt: secrets.endsAt,
      retiredAt: secrets.retiredAt,
    })
    .from(secrets)
    .innerJoin(clients, eq(clients.id, secrets.clientRowId))
    .where(or(...hashes))
    .limit(20);
  return rows.map(({ endsAt, retiredAt, ...row }) => {
    const endedAt = retiredAt ?? (endsAt && endsAt <= now() ? endsAt : null);
    return { ...row, endedAt: endedAt?.toISOString() ?? null };
  });
}
