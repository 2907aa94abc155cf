import { eq, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, organisations } from "@/db/schema";
import type { EntryState } from "./list-entries";
import { nameSkeleton } from "./name-skeleton";

/** A name in the directory that comes close to another. */
export type NearNameView = {
  name: string;
  organisationName: string;
  state: "listed" | "unlisted" | "suspended";
};

/** The three names of other companies that come closest, by their letters or as the eye takes them. */
export async function listNearNames(tx: Tx, organisationId: string, name: string): Promise<NearNameView[]> {
  const fold = sql`name_fold(${name})`;
  const skeleton = nameSkeleton(name);
  return tx
    .select({
      name: listings.displayName,
      organisationName: organisations.name,
      state: sql<EntryState>`case when ${listings.suspendedAt} is not null then 'suspended'
        when ${listings.approvedAt} is null then 'unlisted' else 'listed' end`,
    })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(
      sql`${ne(listings.organisationId, organisationId)} and (${or(
        sql`${listings.nameFold} % ${fold}`,
        eq(listings.nameSkeleton, skeleton),
      )})`,
    )
    .orderBy(
      sql`greatest(similarity(${listings.nameFold}, ${fold}), similarity(${listings.nameSkeleton}, ${skeleton})) desc`,
      listings.id,
    )
    .limit(3);
}
