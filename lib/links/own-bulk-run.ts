import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, bulkRuns } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";

/** A run of the organisation's own that a form offered, held until the act is saved; the worker waits for it. */
export async function findOwnRun(tx: Tx, actor: Actor, bulkId: string) {
  if (!wasOffered(actor, "bulkId", bulkId)) return null;
  const [run] = await tx
    .select()
    .from(bulkRuns)
    .where(and(eq(bulkRuns.id, bulkId), eq(bulkRuns.organisationId, actor.organisationId)))
    .for("no key update");
  return run ?? null;
}

/** How many of a run's sellers were seen to, and for how many of them something changed. */
export async function countItems(tx: Tx, bulkId: string) {
  const [row] = await tx
    .select({
      seen: sql<number>`(count(*) filter (where ${bulkItems.doneAt} is not null))::int`,
      changed: sql<number>`(count(*) filter (where ${bulkItems.doneAt} is not null and ${bulkItems.skipped} is null))::int`,
    })
    .from(bulkItems)
    .where(eq(bulkItems.bulkRunId, bulkId));
  return row ?? { seen: 0, changed: 0 };
}
