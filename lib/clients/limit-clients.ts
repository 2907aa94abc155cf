import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, organisations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { tooMany } from "../accounts/too-many";
import { takeLimitIn } from "../limits/take-limit";

// A seller's clients are for accounts of its own; of everybody else's, each may reach five strangers unreviewed.
const most = { seller: 100, others: 20 };

/** Counts one more client; the refusal of an organisation that nobody has reviewed and that made too many in a day. */
export async function limitClients(tx: Tx, { organisationId }: Actor) {
  const [reviewed] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(
      and(
        eq(clients.organisationId, organisationId),
        isNotNull(clients.reviewedAt),
        isNull(clients.deletedAt),
      ),
    )
    .limit(1);
  if (reviewed) return null;
  const [organisation] = await tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const max = organisation?.kind === "seller" ? most.seller : most.others;
  const room = await takeLimitIn(tx, { name: "clients", max, windowSeconds: 86_400 }, organisationId);
  return room.allowed ? null : tooMany(room.retryAfterSeconds);
}
