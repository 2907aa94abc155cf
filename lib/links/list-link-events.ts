import { and, eq, or, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { events } from "@/db/schema";
import type { EventType } from "../audit/record-event";

/** One line of the history that both sides of a link share. */
export type LinkEventView = {
  id: number;
  at: Date;
  type: EventType;
  /** Which side did it, or the operator; a person's name only where it is the reader's own side. */
  by: { side: "own" | "other" | "operator" | "clock"; name: string | null };
  data: Record<string, string | number | null>;
};

type Link = { linkId: string; clientRowId: string; sellerId: number };

/** The newest events of one link that this organisation may see, the newest first; at most 100. */
export async function listLinkEvents(
  organisationId: string,
  { linkId, clientRowId, sellerId }: Link,
): Promise<LinkEventView[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const named = sql`${events.data}->>'linkId'`;
    const rows = await tx
      .select({
        id: events.id,
        at: events.at,
        type: events.type,
        actorPersonId: events.actorPersonId,
        actorName: events.actorName,
        organisationId: events.organisationId,
        data: events.data,
      })
      .from(events)
      .where(
        and(
          eq(events.clientRowId, clientRowId),
          eq(events.sellerId, sellerId),
          or(eq(named, linkId), sql`${named} is null`),
        ),
      )
      .orderBy(sql`${events.xid} desc nulls last`, sql`${events.id} desc nulls last`)
      .limit(100);
    return rows.map(({ actorPersonId, actorName, organisationId: acting, ...row }) => ({
      ...row,
      type: row.type as EventType,
      by:
        row.data.by === "operator"
          ? { side: "operator", name: null }
          : byWhom(actorName, Boolean(actorPersonId), acting === organisationId),
    }));
  });
}

function byWhom(name: string, isPerson: boolean, isOwn: boolean): LinkEventView["by"] {
  if (!isPerson && name === "clock") return { side: "clock", name: null };
  return isOwn ? { side: "own", name } : { side: "other", name: null };
}
