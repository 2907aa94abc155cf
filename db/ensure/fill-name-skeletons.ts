import { asc, eq, sql } from "drizzle-orm";
import { nameCore } from "@/lib/directory/name-core";
import { nameSkeleton } from "@/lib/directory/name-skeleton";
import type { Tx } from "../client";
import { listings } from "../schema";

/**
 * Writes what listings from before it was kept are told apart by. Of two that the eye takes for one the older has the
 * name; the other stays as it is, without.
 */
export async function fillNameSkeletons(tx: Tx): Promise<void> {
  const bare = await tx
    .select({ id: listings.id, displayName: listings.displayName })
    .from(listings)
    .where(eq(listings.nameCore, ""))
    .orderBy(asc(listings.createdAt), asc(listings.id));
  if (bare.length === 0) return;
  const rows = bare.map(({ id, displayName }) => ({
    id,
    skeleton: nameSkeleton(displayName),
    core: nameCore(displayName),
  }));
  await tx.execute(sql`
    update listings l set name_core = n.core, name_skeleton = case when n.nth = 1 and not exists (
        select 1 from listings o where o.name_skeleton = n.skeleton and o.id <> n.id and o.approved_at is not null)
      then n.skeleton else '' end
    from (select id, skeleton, core, row_number() over (partition by skeleton order by position) as nth
      from unnest(${sql.param(rows.map(({ id }) => id))}::uuid[], ${sql.param(rows.map(({ skeleton }) => skeleton))}::text[],
        ${sql.param(rows.map(({ core }) => core))}::text[]) with ordinality as u(id, skeleton, core, position)) n
    where l.id = n.id`);
}
