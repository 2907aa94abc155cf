import { eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { events } from "@/db/schema";
import type { EventType } from "./record-event";

/** One line of a history. */
export type EventView = {
  id: number;
  at: Date;
  type: EventType;
  /** Empty where it was a person of another organisation: those are named by what they are, and not by who. */
  actorName: string;
  sellerId: number | null;
  data: Record<string, string | number | null>;
};

/** What nobody but the marketplace's staff does, and does to others. */
const ofOperator = new Set<EventType>([
  "lookup.made",
  "listing.decided",
  "review.decided",
  "delivery.retried",
]);

/**
 * The newest events of one client that this organisation may see. Who of the marketplace's staff did something, is for
 * their own trail: `data.by` is "operator" then, and there is no name. Nor is there one of a seller's people.
 */
export async function listClientEvents(
  organisationId: string,
  clientRowId: string,
  limit = 50,
): Promise<EventView[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await tx
      .select({
        id: events.id,
        at: events.at,
        type: events.type,
        actorName: sql<string>`case when ${events.actorPersonId} is null or ${events.organisationId} = ${organisationId}
          then ${events.actorName} else '' end`,
        sellerId: events.sellerId,
        data: events.data,
      })
      .from(events)
      .where(eq(events.clientRowId, clientRowId))
      // Said as the index has it: with nulls elsewhere it would not serve the order.
      .orderBy(sql`${events.xid} desc nulls last`, sql`${events.id} desc nulls last`)
      .limit(limit);
    return (rows as EventView[]).map((row) =>
      row.data.by === "operator" || ofOperator.has(row.type)
        ? { ...row, actorName: "", data: { ...row.data, by: "operator" } }
        : row,
    );
  });
}
