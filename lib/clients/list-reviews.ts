import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { clientReviews, clients, organisations } from "@/db/schema";
import { now } from "../clock";

/** A request for review, with what an operator judges it by. */
export type ReviewRequestView = {
  id: string;
  clientId: string;
  clientSince: Date;
  suspended: boolean;
  organisationName: string;
  organisationSince: Date;
  domain: string | null;
  domainVerifiedAt: Date | null;
  sentence: string;
  requestedAt: Date;
  openLinks: number;
};

/** A deleted client's request is nobody's business any more, though nobody decided it. */
const isWaiting = and(isNull(clientReviews.decidedAt), isNull(clients.deletedAt));

/** The open requests, oldest first; at most 100. Pages ask for it on behalf of an operator only. */
export async function listReviews(): Promise<ReviewRequestView[]> {
  const at = now().toISOString();
  return asOperator((tx) =>
    tx
      .select({
        id: clientReviews.id,
        clientId: clients.clientId,
        clientSince: clients.createdAt,
        suspended: sql<boolean>`${clients.suspendedAt} is not null`,
        organisationName: organisations.name,
        organisationSince: organisations.createdAt,
        domain: organisations.domain,
        domainVerifiedAt: organisations.domainVerifiedAt,
        sentence: clientReviews.sentence,
        requestedAt: clientReviews.requestedAt,
        openLinks: sql<number>`(select count(*)::int from seller_links l where l.client_row_id = clients.id
          and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}))`,
      })
      .from(clientReviews)
      .innerJoin(clients, eq(clients.id, clientReviews.clientRowId))
      .innerJoin(organisations, eq(organisations.id, clientReviews.organisationId))
      .where(isWaiting)
      .orderBy(asc(clientReviews.requestedAt), asc(clientReviews.id))
      .limit(100),
  );
}

/** How many requests wait. */
export async function countReviews(): Promise<number> {
  const [row] = await asOperator((tx) =>
    tx
      .select({ waiting: count() })
      .from(clientReviews)
      .innerJoin(clients, eq(clients.id, clientReviews.clientRowId))
      .where(isWaiting),
  );
  return row?.waiting ?? 0;
}
