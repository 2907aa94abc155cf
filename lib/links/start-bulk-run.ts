import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { bulkRuns } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { findOwnClient } from "../clients/own-client";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { takeLimitIn } from "../limits/take-limit";
import { done, type Refusal, type Result, refuse } from "../result";
import { type StartBulkRunInput, typedAbove } from "./bulk-input";
import { chooseLinks, mostAtOnce } from "./choose-links";
import { canonicalQuery } from "./link-filter";
import { findMoveTarget } from "./move-targets";
import { foldTag, spellTag } from "./tags";

/** For so long a run waits to be called off. */
export const waitSeconds = 30;
const mostRunning = 3;
const perHour = { name: "bulk", max: 20, windowSeconds: 3600 };

/**
 * Begins an act on many linked sellers: whoever is meant at this moment is written down in one statement, and the
 * worker goes through them half a minute later. What cannot be taken back needs the number that the page promised.
 */
export async function startBulkRun(
  actor: Actor,
  input: StartBulkRunInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "start bulk run");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const { id: clientRowId, organisationId } = found.view;
    const id = newId();
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;
    const full = await findFull(tx, clientRowId);
    if (full) return full;

    const said = await wordsOf(tx, actor, clientRowId, input);
    if (!said.ok) return said;
    const at = now();
    const who = { createdAt: at, createdBy: actor.personId, createdByName: actor.name };
    const query = input.links.length > 0 ? "" : canonicalQuery(input.query);
    const run = { id, clientRowId, organisationId, act: input.act, query, ...said.view, ...who };
    const total = await insertRun(tx, run, input);
    if (total === 0) return refuse("not_found");
    if (total > mostAtOnce) return refuse("limit", { facts: { limit: "bulk_size" } });
    const promised = checkPromise(actor, input, total);
    if (promised) return promised;
    const data = { bulkId: id, act: input.act, total, choice: said.view.choice, ...said.view.data };
    await recordEvent(tx, actor, { type: "bulk.started", organisationId, clientRowId, data });
    return done({ goTo: `/clients/${clientRowId}/bulk/${id}` });
  });
}

async function findFull(tx: Tx, clientRowId: string): Promise<Refusal | null> {
  // The client's row is held, so nobody starts another one meanwhile.
  const [{ running } = { running: 0 }] = await tx
    .select({ running: sql<number>`count(*)::int` })
    .from(bulkRuns)
    .where(
      and(eq(bulkRuns.clientRowId, clientRowId), isNull(bulkRuns.finishedAt), isNull(bulkRuns.stoppedAt)),
    );
  if (running >= mostRunning) return refuse("limit", { facts: { limit: "bulk_running" } });
  return takeRun(tx, clientRowId);
}

/** Counts one more run of this hour; a refusal where there is no room. */
export async function takeRun(tx: Tx, clientRowId: string): Promise<Refusal | null> {
  const { allowed } = await takeLimitIn(tx, perHour, clientRowId);
  return allowed ? null : refuse("limit", { facts: { limit: "bulk_an_hour" } });
}

type Words = { choice: string; data: Record<string, string> };

async function wordsOf(
  tx: Tx,
  actor: Actor,
  clientRowId: string,
  input: StartBulkRunInput,
): Promise<Result<Words>> {
  if (input.act === "remind") return done({ choice: input.message, data: {} });
  if (input.act === "unlink") return done({ choice: "", data: { because: input.reason } });
  if (input.act === "move") {
    const target = await findMoveTarget(tx, actor, clientRowId, input.clientId);
    return target.ok ? done({ choice: target.view.clientId, data: { to: target.view.id } }) : target;
  }
  const spelt = await spellTag(tx, clientRowId, input.tag);
  if (!spelt && input.act === "tag") return refuse("limit", { facts: { limit: "client_tags" } });
  return done({ choice: spelt ?? input.tag, data: { fold: foldTag(input.tag) } });
}

type NewRun = Omit<typeof bulkRuns.$inferInsert, "total" | "dueAt">;

/** Writes down the run and everybody it is about, as they are now, in one statement. Resolves to their number. */
async function insertRun(tx: Tx, run: NewRun, { act, links, query }: StartBulkRunInput) {
  const chosen = await chooseLinks(tx, run.clientRowId, act, { links, query });
  const rows = await tx.execute<{ total: number }>(sql`
    with chosen as materialized (${chosen}), run as (
      insert into bulk_runs (id, client_row_id, organisation_id, act, choice, query, total, created_at, created_by, created_by_name, due_at, data)
      select ${run.id}, ${run.clientRowId}, ${run.organisationId}, ${run.act}, ${run.choice}, ${run.query}, (select count(*) from chosen),
        ${run.createdAt.toISOString()}, ${run.createdBy}, ${run.createdByName}, ${inSeconds(waitSeconds).toISOString()}, ${JSON.stringify(run.data)}::text::jsonb
      where exists (select 1 from chosen) returning id, organisation_id, total),
    items as (
      insert into bulk_items (bulk_run_id, organisation_id, link_id, seller_id)
      select run.id, run.organisation_id, chosen.id, chosen.seller_id from run cross join chosen)
    select total from run`);
  return rows[0]?.total ?? 0;
}

/** What cannot be taken back happens to as many as the page said, and to more than a few only where that was read. */
function checkPromise(actor: Actor, input: StartBulkRunInput, total: number): Refusal | null {
  if (input.act === "tag" || input.act === "untag") return null;
  // The way back to the page leads to the new number; this form promises the old one.
  if (actor.key?.offered.count?.[0] !== String(total))
    return refuse("stale", { facts: { href: actor.key?.path ?? "/" } });
  if (input.act === "move" || total <= typedAbove || input.typedCount === String(total)) return null;
  return refuse("invalid", { fields: { typedCount: input.typedCount ? "bad_number" : "required" } });
}
