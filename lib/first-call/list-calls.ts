import { and, desc, eq, gt } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { firstCalls, people } from "@/db/schema";
import { inSeconds, now } from "../clock";
import { keptSeconds } from "./find-report";

/** A call that was made before, in one line. */
export type CallLineView = {
  id: string;
  at: Date;
  /** Who made it, by name; "" where nobody knows any more. */
  by: string;
  clientId: string;
  sellerId: string;
  operation: string;
  verdict: string;
};

const most = 20;

/** The last twenty calls of the organisation, newest first; of one client only where `clientId` names it. */
export async function listCalls(organisationId: string, clientId = ""): Promise<CallLineView[]> {
  const rows = await inOrganisation({ organisationId }, (tx) =>
    tx
      .select({
        id: firstCalls.id,
        at: firstCalls.createdAt,
        by: people.name,
        clientId: firstCalls.clientId,
        sellerId: firstCalls.sellerId,
        operation: firstCalls.operation,
        verdict: firstCalls.verdict,
      })
      .from(firstCalls)
      .leftJoin(people, eq(people.id, firstCalls.personId))
      .where(
        and(
          eq(firstCalls.organisationId, organisationId),
          gt(firstCalls.createdAt, inSeconds(-keptSeconds)),
          clientId ? eq(firstCalls.clientId, clientId) : undefined,
        ),
      )
      .orderBy(desc(firstCalls.createdAt), desc(firstCalls.id))
      .limit(most),
  );
  return rows.map((row) => ({ ...row, by: row.by ?? "" }));
}

/** Whether a link to one of the organisation's own reports works, and until when; null for a report of others. */
export async function findShare(organisationId: string, id: string): Promise<{ until: Date | null } | null> {
  const [row] = await inOrganisation({ organisationId }, (tx) =>
    tx
      .select({ expiresAt: firstCalls.shareExpiresAt, endedAt: firstCalls.shareEndedAt })
      .from(firstCalls)
      .where(and(eq(firstCalls.id, id), eq(firstCalls.organisationId, organisationId))),
  );
  if (!row) return null;
  const isOpen = row.expiresAt !== null && row.expiresAt > now() && !row.endedAt;
  return { until: isOpen ? row.expiresAt : null };
}
