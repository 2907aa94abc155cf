import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerTags } from "@/db/schema";
import { now } from "../clock";
import type { BulkItem, BulkRun, Skipped } from "./run-bulk-items";
import { foldTag, lockTags, mostTagsOfSeller, spellTag } from "./tags";

/** Puts the run's tag on these sellers. Skips those that have it already, and those that carry too many. */
export async function tagSellers(tx: Tx, run: BulkRun, items: BulkItem[]): Promise<Skipped> {
  const { clientRowId, organisationId, choice } = run;
  await lockTags(tx, clientRowId);
  const tag = await spellTag(tx, clientRowId, choice);
  if (!tag) return new Map(items.map(({ linkId }) => [linkId, "tags_full"]));
  const sellers = sql.param(items.map(({ sellerId }) => String(sellerId)));
  const added = await tx.execute<{ seller_id: string }>(sql`
    insert into seller_tags (client_row_id, organisation_id, seller_id, tag, fold, created_at)
    select ${clientRowId}, ${organisationId}, u.id, ${tag}, ${foldTag(tag)}, ${now().toISOString()}
    from unnest(${sellers}::bigint[]) as u(id)
    where (select count(*) from seller_tags g where g.client_row_id = ${clientRowId} and g.seller_id = u.id) < ${mostTagsOfSeller}
    on conflict do nothing returning seller_id`);
  const tagged = new Set(added.map(({ seller_id }) => Number(seller_id)));
  const left = items.filter(({ sellerId }) => !tagged.has(sellerId));
  const had = await carriersOf(tx, run, left);
  return new Map(left.map(({ linkId, sellerId }) => [linkId, had.has(sellerId) ? "has_tag" : "tags_full"]));
}

/** Takes the run's tag off these sellers. Skips those that do not have it. */
export async function untagSellers(tx: Tx, run: BulkRun, items: BulkItem[]): Promise<Skipped> {
  const gone = await tx
    .delete(sellerTags)
    .where(isCarriedBy(run, items))
    .returning({ sellerId: sellerTags.sellerId });
  const freed = new Set(gone.map(({ sellerId }) => sellerId));
  const left = items.filter(({ sellerId }) => !freed.has(sellerId));
  return new Map(left.map(({ linkId }) => [linkId, "has_no_tag"]));
}

async function carriersOf(tx: Tx, run: BulkRun, items: BulkItem[]) {
  const rows = await tx
    .select({ sellerId: sellerTags.sellerId })
    .from(sellerTags)
    .where(isCarriedBy(run, items));
  return new Set(rows.map(({ sellerId }) => sellerId));
}

const isCarriedBy = ({ clientRowId, choice }: BulkRun, items: BulkItem[]) =>
  and(
    eq(sellerTags.clientRowId, clientRowId),
    eq(sellerTags.fold, foldTag(choice)),
    inArray(
      sellerTags.sellerId,
      items.map(({ sellerId }) => sellerId),
    ),
  );
