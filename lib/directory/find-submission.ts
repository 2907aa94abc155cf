import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { clients, type ListingDecision, listings, listingVersions, people } from "@/db/schema";
import { isId } from "../id";
import type { FieldCode } from "../result";
import { compareVersions, type EntryContent, type FieldDifference } from "./compare-versions";
import { type CompanyFactsView, findCompanyFacts } from "./find-company-facts";
import { judgeName } from "./judge-name";
import type { EntryState } from "./list-entries";
import { listNearNames, type NearNameView } from "./list-near-names";
import { connectionMethods } from "./listing-input";

/** What an operator said of a version before. */
export type DecisionView = {
  id: string;
  name: string;
  decision: ListingDecision;
  reason: string | null;
  comments: Record<string, string>;
  at: Date;
  by: string | null;
};

/** A submission with all that it is judged by. */
export type SubmissionView = {
  id: string;
  revision: number;
  /** It waits, was decided, or was taken back; what was taken back is its company's own affair. */
  state: "waiting" | "decided" | "taken_back";
  submittedAt: Date | null;
  submittedBy: string | null;
  content: EntryContent;
  clientId: string;
  clientSuspended: boolean;
  clientDeleted: boolean;
  /** The domain that goes with it, and since when it is proven. */
  domain: string | null;
  domainVerifiedAt: Date | null;
  domainProof: "mail" | "dns" | null;
  decided: DecisionView | null;
  earlier: DecisionView[];
  /** What stands in the directory now, or stood there. */
  live: { state: EntryState; suspendReason: string | null } | null;
  suspended: boolean;
  differences: FieldDifference[];
  company: CompanyFactsView;
  near: NearNameView[];
  nameFault: FieldCode | null;
};

/** One submission as the desk sees it; null for an unknown one. Pages ask for it on behalf of an operator only. */
export async function findSubmission(id: string): Promise<SubmissionView | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const [row] = await tx
      .select({ version: listingVersions, client: clients, submitter: people.name })
      .from(listingVersions)
      .innerJoin(clients, eq(clients.id, listingVersions.clientRowId))
      .leftJoin(people, eq(people.id, listingVersions.submittedBy))
      .where(eq(listingVersions.id, id));
    if (!row) return null;
    const { version, client, submitter } = row;
    const { organisationId } = version;
    const decisions = await listDecisions(tx, organisationId);
    const own = decisions.find((decision) => decision.id === id);
    const earlier = decisions.filter((decision) => decision.id !== id);
    const [last] = await tx
      .select()
      .from(listingVersions)
      .where(
        and(
          eq(listingVersions.organisationId, organisationId),
          ne(listingVersions.id, id),
          isNotNull(listingVersions.decidedAt),
        ),
      )
      .orderBy(desc(listingVersions.decidedAt))
      .limit(1);
    const [live] = await tx.select().from(listings).where(eq(listings.organisationId, organisationId));
    const isWaiting = version.submittedAt !== null && version.decidedAt === null;
    return {
      id,
      revision: version.revision,
      state: isWaiting ? "waiting" : version.decidedAt ? "decided" : "taken_back",
      submittedAt: version.submittedAt,
      submittedBy: submitter,
      content: contentOf(version),
      clientId: client.clientId,
      clientSuspended: client.suspendedAt !== null,
      clientDeleted: client.deletedAt !== null,
      domain: version.domain,
      domainVerifiedAt: version.domainVerifiedAt,
      domainProof: version.domainProof,
      decided: own ?? null,
      earlier,
      live: live ? { state: stateOf(live), suspendReason: live.suspendReason } : null,
      suspended: Boolean(live?.suspendedAt),
      differences: compareVersions(
        contentOf(version),
        last ? contentOf(last) : null,
        live ? contentOf(live) : null,
      ),
      company: await findCompanyFacts(tx, organisationId),
      near: isWaiting ? await listNearNames(tx, organisationId, version.displayName) : [],
      nameFault: isWaiting ? await judgeName(tx, organisationId, version.displayName) : null,
    };
  });
}

type Row = typeof listingVersions.$inferSelect | typeof listings.$inferSelect;

function contentOf({ displayName, description, logo, website, methods, supportUrl }: Row): EntryContent {
  const known = connectionMethods.filter((method) => methods.includes(method));
  return { displayName, description, logo, website, methods: known, supportUrl };
}

function stateOf(live: typeof listings.$inferSelect): EntryState {
  if (live.suspendedAt) return "suspended";
  return live.approvedAt ? "listed" : "unlisted";
}

/** What was decided about a company's versions, newest first; at most ten. */
async function listDecisions(tx: Tx, organisationId: string): Promise<DecisionView[]> {
  const rows = await tx
    .select({
      id: listingVersions.id,
      name: listingVersions.displayName,
      decision: listingVersions.decision,
      reason: listingVersions.reason,
      comments: listingVersions.comments,
      at: listingVersions.decidedAt,
      by: people.name,
    })
    .from(listingVersions)
    .leftJoin(people, eq(people.id, listingVersions.decidedBy))
    .where(and(eq(listingVersions.organisationId, organisationId), isNotNull(listingVersions.decidedAt)))
    .orderBy(desc(listingVersions.decidedAt))
    .limit(10);
  return rows.flatMap(({ decision, at, ...row }) => (decision && at ? [{ ...row, decision, at }] : []));
}
