import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, secrets, sellerLinks } from "@/db/schema";
import { now } from "../clock";
import { checksum, hashSecret, sameDigest } from "../secrets";
import type { Facts, Judgement } from "./step";

type Typed = { clientId: string; clientSecret: string; sellerId: string };

/**
 * What anybody may be told about the secret they typed themselves: a stray space at an end, or a damaged copy.
 * Reads no table.
 */
export function lookAtSecret(secret: string): Facts {
  if (secret !== secret.trim()) return { secretLooks: "stray_space" };
  const made = /^(mps_(?:test|live)_.*)(.{6})$/s.exec(secret);
  if (made) return checksum(made[1] ?? "") === made[2] ? {} : { secretLooks: "damaged" };
  return /^[•*…]+|[•*…]+$/.test(secret) || secret.length <= 4 ? { secretLooks: "hint" } : {};
}

/**
 * What the portal adds to the wire's answer, for members of the client's organisation only: `tx` sees no other
 * client, so for everybody else the judgement stays exactly what the wire said.
 */
export async function explain(tx: Tx, judged: Judgement, typed: Typed): Promise<Judgement> {
  const [client] = await tx.select().from(clients).where(eq(clients.clientId, typed.clientId));
  if (!client) return judged;
  const own: Facts = { ...judged.facts, clientRowId: client.id };
  if (judged.code === "token.client_unknown" && client.deletedAt) {
    return { code: judged.code, facts: { ...own, deletedAt: client.deletedAt.toISOString() } };
  }
  if (judged.code === "token.client_unknown" && client.suspendedAt) {
    return {
      code: "token.client_suspended",
      facts: { ...own, suspendedAt: client.suspendedAt.toISOString() },
    };
  }
  if (judged.code === "token.secret_wrong")
    return explainSecret(tx, client.id, { ...judged, facts: own }, typed);
  if (judged.code === "seller.not_linked") {
    const ended = await findEndedLink(tx, client.id, typed.sellerId);
    return { code: judged.code, facts: { ...own, ...ended } };
  }
  return { code: judged.code, facts: own };
}

async function explainSecret(tx: Tx, clientRowId: string, judged: Judgement, { clientSecret }: Typed) {
  const rows = await tx.select().from(secrets).where(eq(secrets.clientRowId, clientRowId));
  const found = rows.find(({ pepperId, hash }) => {
    const made = hashSecret(clientSecret, pepperId);
    return made !== undefined && sameDigest(made.hash, hash);
  });
  const retiredAt = found?.retiredAt ?? (found?.endsAt && found.endsAt <= now() ? found.endsAt : null);
  if (!found || !retiredAt) return judged;
  const facts = { ...judged.facts, retiredAt: retiredAt.toISOString(), hint: found.hint };
  return { code: "token.secret_retired" as const, facts };
}

/** When the last link of this pair ended, and by whose doing, if there was one. */
async function findEndedLink(tx: Tx, clientRowId: string, sellerId: string): Promise<Facts> {
  if (!/^[1-9]\d{0,11}$/.test(sellerId)) return {};
  const [last] = await tx
    .select({
      unlinkedAt: sellerLinks.unlinkedAt,
      expiresAt: sellerLinks.expiresAt,
      endsAt: sellerLinks.endsAt,
      unlinkedBy: sellerLinks.unlinkedBy,
      reason: sellerLinks.reason,
    })
    .from(sellerLinks)
    .where(and(eq(sellerLinks.clientRowId, clientRowId), eq(sellerLinks.sellerId, Number(sellerId))))
    .orderBy(desc(sellerLinks.createdAt))
    .limit(1);
  if (!last) return {};
  const times = [last.unlinkedAt, last.expiresAt, last.endsAt].filter((at) => at !== null && at <= now());
  const [endedAt] = times.sort((a, b) => (a?.getTime() ?? 0) - (b?.getTime() ?? 0));
  if (!endedAt) return {};
  const byClient = last.reason === "partner" || last.reason === "client_deleted";
  // A day that the seller had set is the seller's doing, although the clock closes the link.
  const bySeller = last.unlinkedBy !== null || (last.reason !== null && last.reason !== "lapsed");
  const linkEndedBy = byClient ? "client" : bySeller ? "seller" : "clock";
  return { linkEndedAt: endedAt.toISOString(), linkEndedBy };
}
