import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { bulkRuns } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { StopBulkRunInput } from "./bulk-input";
import { countItems, findOwnRun } from "./own-bulk-run";

/** Stops a run: what is done stays done, the rest is left alone. A batch that is under way is finished first. */
export async function stopBulkRun(
  actor: Actor,
  { bulkId }: StopBulkRunInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "stop bulk run");
    if (refusal) return refusal;
    const run = await findOwnRun(tx, actor, bulkId);
    if (!run) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, bulkId);
    if (stale) return stale;
    const [stopped] = await tx
      .update(bulkRuns)
      .set({ stoppedAt: now(), stoppedBy: actor.personId })
      .where(and(eq(bulkRuns.id, bulkId), isNull(bulkRuns.finishedAt), isNull(bulkRuns.stoppedAt)))
      .returning();
    if (!stopped) return refuse("stale");
    const { clientRowId, organisationId, act, total } = stopped;
    const { seen } = await countItems(tx, bulkId);
    const data = { bulkId, act, total, left: total - seen };
    await recordEvent(tx, actor, { type: "bulk.stopped", organisationId, clientRowId, data });
    return done({ goTo: `/clients/${clientRowId}/bulk/${bulkId}?done=stopped` });
  });
}
