import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type BulkAct, bulkRuns, clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { UndoBulkRunInput } from "./bulk-input";
import { countItems, findOwnRun } from "./own-bulk-run";
import { takeRun } from "./start-bulk-run";

type Run = typeof bulkRuns.$inferSelect;

/** What takes an act back; the others are final once they ran. */
export const oppositeOf: Partial<Record<BulkAct, BulkAct>> = {
  tag: "untag",
  untag: "tag",
  move: "withdraw",
};

/**
 * Takes a run back. Before its first seller it is called off, whole; afterwards, where the act has an opposite, that
 * runs on exactly the sellers that changed. In between it is `stale`: it can be stopped then.
 */
export async function undoBulkRun(
  actor: Actor,
  { bulkId }: UndoBulkRunInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "undo bulk run");
    if (refusal) return refusal;
    const run = await findOwnRun(tx, actor, bulkId);
    if (!run) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, bulkId);
    if (stale) return stale;
    const { seen, changed } = await countItems(tx, bulkId);
    const isOver = run.finishedAt !== null || run.stoppedAt !== null;
    if (!isOver && seen === 0) return callOff(tx, actor, run);
    const opposite = oppositeOf[run.act];
    if (!isOver || !opposite || run.undoneBy || changed === 0) return refuse("stale");
    return reverse(tx, actor, run, opposite, changed);
  });
}

async function callOff(tx: Tx, actor: Actor, run: Run): Promise<Result<{ goTo: string }>> {
  const { id: bulkId, clientRowId, organisationId, act, total } = run;
  await tx
    .update(bulkRuns)
    .set({ stoppedAt: now(), stoppedBy: actor.personId })
    .where(eq(bulkRuns.id, bulkId));
  const data = { bulkId, act, total, left: total };
  await recordEvent(tx, actor, { type: "bulk.stopped", organisationId, clientRowId, data });
  return done({ goTo: `/clients/${clientRowId}/bulk/${bulkId}?done=called_off` });
}

async function reverse(
  tx: Tx,
  actor: Actor,
  run: Run,
  act: BulkAct,
  total: number,
): Promise<Result<{ goTo: string }>> {
  const { clientRowId, organisationId, choice } = run;
  const [client] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientRowId), isNull(clients.deletedAt)));
  if (!client) return refuse("stale");
  const full = await takeRun(tx, clientRowId);
  if (full) return full;
  const [id, at] = [newId(), now()];
  await tx.insert(bulkRuns).values({
    ...{ id, clientRowId, organisationId, act, choice, total },
    data: { ...run.data, undoes: run.id },
    createdAt: at,
    createdBy: actor.personId,
    createdByName: actor.name,
    // It is the taking back: nobody has to be able to call that off.
    dueAt: at,
  });
  await tx.execute(sql`
    insert into bulk_items (bulk_run_id, organisation_id, link_id, seller_id)
    select ${id}, i.organisation_id, i.link_id, i.seller_id from bulk_items i
    where i.bulk_run_id = ${run.id} and i.done_at is not null and i.skipped is null`);
  await tx.update(bulkRuns).set({ undoneBy: id }).where(eq(bulkRuns.id, run.id));
  const data = { bulkId: id, act, total, choice, undoes: run.id };
  await recordEvent(tx, actor, { type: "bulk.started", organisationId, clientRowId, data });
  return done({ goTo: `/clients/${clientRowId}/bulk/${id}` });
}
