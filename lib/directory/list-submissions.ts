import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { listings, listingVersions, organisations } from "@/db/schema";

/** A submission that waits for a decision. */
export type SubmissionRowView = {
  id: string;
  revision: number;
  name: string;
  logo: string | null;
  organisationName: string;
  submittedAt: Date;
  /** The first of its company, one more after a decision, or a change of what stands in the directory. */
  kind: "first" | "again" | "change";
  /** Its company's entry is suspended; an approval ends that. */
  suspended: boolean;
};

/** The submissions that wait, oldest first; at most 50. Pages ask for it on behalf of an operator only. */
export async function listSubmissions(): Promise<SubmissionRowView[]> {
  return asOperator((tx) =>
    tx
      .select({
        id: listingVersions.id,
        revision: listingVersions.revision,
        name: listingVersions.displayName,
        logo: listingVersions.logo,
        organisationName: organisations.name,
        submittedAt: sql<Date>`${listingVersions.submittedAt}`.mapWith(listingVersions.submittedAt),
        kind: sql<SubmissionRowView["kind"]>`case when ${listings.id} is not null then 'change'
          when exists (select 1 from listing_versions v where v.organisation_id = ${organisations.id} and v.decided_at is not null) then 'again'
          else 'first' end`,
        suspended: sql<boolean>`${listings.suspendedAt} is not null`,
      })
      .from(listingVersions)
      .innerJoin(organisations, eq(organisations.id, listingVersions.organisationId))
      .leftJoin(listings, eq(listings.organisationId, listingVersions.organisationId))
      .where(and(isNotNull(listingVersions.submittedAt), isNull(listingVersions.decidedAt)))
      .orderBy(asc(listingVersions.submittedAt), asc(listingVersions.id))
      .limit(50),
  );
}
