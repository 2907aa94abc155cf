import { asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { listings, organisations, people } from "@/db/schema";

/** An entry of the directory as its operator sees it. */
export type EntryRowView = {
  id: string;
  name: string;
  logo: string | null;
  organisationName: string;
  state: EntryState;
  /** Since when it is as it is. */
  since: Date | null;
  /** Who took it out, and why. */
  by: string | null;
  reason: string | null;
};
export type EntryState = "listed" | "unlisted" | "suspended";

const stateOf = sql<EntryState>`case when ${listings.suspendedAt} is not null then 'suspended'
  when ${listings.approvedAt} is null then 'unlisted' else 'listed' end`;
const sinceOf = sql<Date | null>`coalesce(${listings.suspendedAt}, ${listings.approvedAt}, ${listings.unlistedAt})`;

/**
 * The entries whose name comes close to what was typed, closest first; without words those that are out of the directory
 * now, newest first. At most 20. Pages ask for it on behalf of an operator only.
 */
export async function listEntries(q: string): Promise<EntryRowView[]> {
  const fold = sql`name_fold(${q})`;
  const isNear = sql`(${listings.nameFold} like '%' || ${fold} || '%' or ${listings.nameFold} % ${fold})`;
  return asOperator(async (tx) => {
    const query = tx
      .select({
        id: listings.id,
        name: listings.displayName,
        logo: listings.logo,
        organisationName: organisations.name,
        state: stateOf,
        since: sinceOf.mapWith(listings.approvedAt),
        by: people.name,
        reason: listings.suspendReason,
      })
      .from(listings)
      .innerJoin(organisations, eq(organisations.id, listings.organisationId))
      .leftJoin(people, sql`${people.id} = coalesce(${listings.suspendedBy}, ${listings.unlistedBy})`)
      .$dynamic();
    const rows = q
      ? query
          .where(isNear)
          .orderBy(
            sql`${listings.nameFold} = ${fold} desc, similarity(${listings.nameFold}, ${fold}) desc`,
            asc(listings.id),
          )
      : query
          .where(or(isNotNull(listings.suspendedAt), isNotNull(listings.unlistedAt)))
          .orderBy(desc(sinceOf), asc(listings.id));
    return rows.limit(20);
  });
}
