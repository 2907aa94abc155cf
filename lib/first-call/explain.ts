import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, organisations } from "@/db/schema";
import { foldClientId } from "../clients/client-id";
import { explainLink } from "./explain-link";
import { explainSecret } from "./explain-secret";
import type { Facts, Judgement } from "./step";

type Typed = { clientId: string; clientSecret: string; sellerId: string };

/**
 * What the portal adds to the wire's answer, for members of the client's organisation only: `tx` sees no other
 * client, so for everybody else the judgement stays exactly what the wire said.
 */
export async function explain(tx: Tx, judged: Judgement, typed: Typed): Promise<Judgement> {
  const [client] = await tx.select().from(clients).where(eq(clients.clientId, typed.clientId));
  if (!client) return judged.code === "token.client_unknown" ? explainName(tx, judged, typed) : judged;
  const own = { code: judged.code, facts: { ...judged.facts, clientRowId: client.id } };
  switch (judged.code) {
    case "token.client_unknown":
      return explainClient(tx, own, client);
    case "token.secret_wrong":
      return explainSecret(tx, own, client.id, typed.clientSecret);
    case "seller.not_linked":
      return explainLink(tx, own, client.id, typed.sellerId);
    default:
      return own;
  }
}

/** A client of one's own in the secret's field, or one's own name spelled in another way. */
async function explainName(tx: Tx, judged: Judgement, { clientId, clientSecret }: Typed): Promise<Judgement> {
  if (await isOwnClient(tx, clientSecret)) {
    return { code: "token.swapped", facts: { ...judged.facts, confidence: "certain" } };
  }
  const [meant] = await tx
    .select({ clientId: clients.clientId })
    .from(clients)
    .where(and(eq(clients.fold, foldClientId(clientId)), isNull(clients.deletedAt)));
  return meant ? { ...judged, facts: { ...judged.facts, writtenAs: meant.clientId } } : judged;
}

/** Whether a text is the clientId of a client of the organisation that `tx` acts for. */
export async function isOwnClient(tx: Tx, text: string) {
  const named = eq(clients.clientId, text.trim().slice(0, 200));
  return (await tx.select({ id: clients.id }).from(clients).where(named)).length > 0;
}

type Client = typeof clients.$inferSelect;

async function explainClient(tx: Tx, judged: Judgement, client: Client): Promise<Judgement> {
  if (client.deletedAt) {
    return { ...judged, facts: { ...judged.facts, deletedAt: client.deletedAt.toISOString() } };
  }
  if (client.suspendedAt) {
    const byOperator = client.operatorSuspendedAt !== null;
    return suspended(judged, {
      suspendedAt: (client.operatorSuspendedAt ?? client.suspendedAt).toISOString(),
      suspendedBy: byOperator ? "operator" : "member",
      ...(byOperator && client.suspendReason && { reason: client.suspendReason }),
    });
  }
  const [owner] = await tx
    .select({ at: organisations.suspendedAt, reason: organisations.suspendReason })
    .from(organisations)
    .where(eq(organisations.id, client.organisationId));
  if (!owner?.at) return judged;
  const reason: Facts = owner.reason ? { reason: owner.reason } : {};
  return suspended(judged, { suspendedAt: owner.at.toISOString(), suspendedBy: "operator", ...reason });
}

const suspended = ({ facts }: Judgement, more: Facts): Judgement => ({
  code: "token.client_suspended",
  facts: { ...facts, ...more },
});
