import { and, asc, isNull, lte, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { bulkItems, bulkRuns } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { now } from "@/lib/clock";
import { runBulkItems } from "@/lib/links/run-bulk-items";

/** The runs that are due and not over. */
const isDue = () => and(lte(bulkRuns.dueAt, now()), isNull(bulkRuns.finishedAt), isNull(bulkRuns.stoppedAt));

/**
 * Goes through the acts on many linked sellers that are due, a batch of each in turn, so that a long one keeps nobody
 * waiting. Each batch is a transaction of its own: what is cut off is done again by whoever comes next. Resolves to
 * the number of sellers.
 */
export async function runBulk(): Promise<number> {
  let done = 0;
  for (;;) {
    const due = await asWorker((tx) =>
      tx
        .select({ id: bulkRuns.id, organisationId: bulkRuns.organisationId })
        .from(bulkRuns)
        .where(isDue())
        .orderBy(asc(bulkRuns.dueAt)),
    );
    const failures: unknown[] = [];
    let some = 0;
    for (const run of due) {
      // One that cannot go on must not stop the others.
      some += await runBulkItems(run).catch((error: unknown) => {
        failures.push(error);
        return 0;
      });
    }
    if (due.length > 0) await finish();
    done += some;
    if (some === 0) {
      if (failures.length > 0) throw failures[0];
      return done;
    }
  }
}

/** Closes the runs that have nothing left, each with its event. */
async function finish() {
  await asWorker(async (tx) => {
    const left = sql`exists (select 1 from ${bulkItems} i where i.bulk_run_id = ${bulkRuns.id} and i.done_at is null)`;
    const finished = await tx
      .update(bulkRuns)
      .set({ finishedAt: now() })
      .where(and(isDue(), sql`not ${left}`))
      .returning();
    for (const {
      id: bulkId,
      organisationId,
      clientRowId,
      act,
      total,
      createdBy,
      createdByName,
    } of finished) {
      const who = { personId: createdBy, name: createdByName };
      const data = { bulkId, act, total };
      await recordEvents(tx, who, [{ type: "bulk.finished", organisationId, clientRowId, data }]);
    }
  });
}
