import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import {
  bulkItems,
  bulkRuns,
  clients,
  members,
  type OrganisationKind,
  organisations,
  people,
  type SkipReason,
} from "@/db/schema";
import { ruleOf } from "../accounts/rights";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { asLanguage, type Language } from "../language";
import { moveSellers } from "./move-sellers";
import { remindLinks } from "./remind-links";
import { tagSellers, untagSellers } from "./tag-sellers";
import { unlinkSellers } from "./unlink-sellers";
import { withdrawMoves } from "./withdraw-moves";

/** Few, because a transaction holds the counters of everybody it writes to. */
const batch = 100;

export type BulkRun = typeof bulkRuns.$inferSelect;
export type BulkItem = Pick<typeof bulkItems.$inferSelect, "linkId" | "sellerId">;
/** In whose name a run works. */
export type Starter = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  kind: OrganisationKind;
};
/** Link -> why nothing was done; of the others it was. */
export type Skipped = Map<string, SkipReason>;

const acts: Record<
  BulkRun["act"],
  (tx: Tx, run: BulkRun, starter: Starter, items: BulkItem[]) => Promise<Skipped>
> = {
  tag: (tx, run, _starter, items) => tagSellers(tx, run, items),
  untag: (tx, run, _starter, items) => untagSellers(tx, run, items),
  remind: remindLinks,
  move: moveSellers,
  withdraw: withdrawMoves,
  unlink: (tx, run, starter, items) => unlinkSellers(tx, run, starter, items),
};

/**
 * Goes through the next sellers of a run that is due, in one transaction: each is seen to exactly once, however many
 * workers come and wherever one is cut off. Resolves to their number; 0 when another worker has the run, or it ended.
 */
export async function runBulkItems({
  id,
  organisationId,
}: Pick<BulkRun, "id" | "organisationId">): Promise<number> {
  return inOrganisation({ organisationId }, async (tx) => {
    const [run] = await tx
      .select()
      .from(bulkRuns)
      .where(
        and(
          eq(bulkRuns.id, id),
          lte(bulkRuns.dueAt, now()),
          isNull(bulkRuns.finishedAt),
          isNull(bulkRuns.stoppedAt),
        ),
      )
      .for("no key update", { skipLocked: true });
    if (!run) return 0;
    const starter = await findStarter(tx, run);
    if (!starter) return stopByItself(tx, run);
    const items = await tx
      .select({ linkId: bulkItems.linkId, sellerId: bulkItems.sellerId })
      .from(bulkItems)
      .where(and(eq(bulkItems.bulkRunId, id), isNull(bulkItems.doneAt)))
      .orderBy(asc(bulkItems.linkId))
      .limit(batch);
    if (items.length === 0) return 0;
    const skipped = await acts[run.act](tx, run, starter, items);
    await markDone(tx, id, items, skipped);
    return items.length;
  });
}

/** The starter, if he may still do this: a member in a role that may, of an organisation that is not suspended. */
async function findStarter(tx: Tx, run: BulkRun): Promise<Starter | null> {
  const rule = ruleOf("start bulk run");
  if (rule.who !== "member") return null;
  // Whoever deletes the client holds it; then its links are theirs to end.
  const [client] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, run.clientRowId), isNull(clients.deletedAt)))
    .for("key share");
  if (!client) return null;
  const [person] = await tx
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      kind: organisations.kind,
    })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.personId, run.createdBy),
        eq(members.organisationId, run.organisationId),
        inArray(members.role, [...rule.roles]),
        inArray(organisations.kind, [...rule.kinds]),
        isNull(organisations.suspendedAt),
      ),
    );
  return person ? { ...person, language: asLanguage(person.language) } : null;
}

async function stopByItself(tx: Tx, run: BulkRun) {
  const { id: bulkId, clientRowId, organisationId, act, total } = run;
  await tx.update(bulkRuns).set({ stoppedAt: now() }).where(eq(bulkRuns.id, bulkId));
  const data = { bulkId, act, total };
  await recordEvent(tx, { name: "clock" }, { type: "bulk.stopped", organisationId, clientRowId, data });
  return 0;
}

async function markDone(tx: Tx, bulkId: string, items: BulkItem[], skipped: Skipped) {
  const ids = sql.param(items.map(({ linkId }) => linkId));
  const why = sql.param(items.map(({ linkId }) => skipped.get(linkId) ?? null));
  await tx.execute(sql`
    update bulk_items i set done_at = ${now().toISOString()}, skipped = u.why
    from unnest(${ids}::uuid[], ${why}::text[]) as u(id, why) where i.bulk_run_id = ${bulkId} and i.link_id = u.id`);
}
