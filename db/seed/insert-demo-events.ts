import type { Tx } from "@/db/client";
import { events, type sellerLinks } from "@/db/schema";
import type { NewEvent } from "@/lib/audit/record-event";
import { insertInChunks } from "./insert-in-chunks";

/** Something that the demo data says happened, and when. */
export type DemoEvent = NewEvent & { at: Date };

/** Appends these events, the oldest first, because histories are read in the order of insertion. */
export async function insertDemoEvents(tx: Tx, happened: DemoEvent[]) {
  const rows = happened
    .map((event) => ({ ...event, actorName: "demo" }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertInChunks(rows, (chunk) => tx.insert(events).values(chunk));
}

/** The beginning and, where there is one, the end of each link, or its plan, as the acts would have recorded them. */
export function eventsOfLinks(links: (typeof sellerLinks.$inferInsert & { createdAt?: Date })[], at: Date) {
  return links.flatMap((link): DemoEvent[] => {
    const about = {
      organisationId: link.sellerOrganisationId ?? null,
      otherOrganisationId: link.clientOrganisationId,
      clientRowId: link.clientRowId,
      sellerId: link.sellerId,
    };
    const linkId = link.id;
    const created = {
      ...about,
      type: "link.created" as const,
      at: link.createdAt ?? at,
      data: { linkId, via: link.via },
    };
    if (!link.reason) return [created];
    // A day of end that lies ahead was set today.
    const endsAt = link.unlinkedAt ?? link.endsAt ?? at;
    const data = { linkId, reason: link.reason, endsAt: endsAt.toISOString() };
    const type = link.unlinkedAt ? ("link.ended" as const) : ("link.end_planned" as const);
    const ender =
      link.reason === "partner"
        ? { organisationId: about.otherOrganisationId, otherOrganisationId: about.organisationId }
        : {};
    return [created, { ...about, ...ender, type, at: link.unlinkedAt ?? at, data }];
  });
}
