import { aliasedTable, desc, eq, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { namePermits, organisations, people } from "@/db/schema";
import { listOperators } from "./list-operators";

/** A protected name that one company may carry, is about to, or could. */
export type NamePermitView = {
  id: string;
  name: string;
  organisationName: string;
  reason: string;
  state: "proposed" | "confirmed" | "withdrawn";
  proposedAt: Date;
  proposedBy: string;
  proposedById: string;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
};

/** The protected names, those that wait first, with how many people can decide; at most 100. For operators' pages. */
export async function listNamePermits(): Promise<{ permits: NamePermitView[]; deciders: number }> {
  const [proposer, confirmer, withdrawer] = ["proposer", "confirmer", "withdrawer"].map((name) =>
    aliasedTable(people, name),
  ) as [typeof people, typeof people, typeof people];
  const stateOf = sql<
    NamePermitView["state"]
  >`case when ${namePermits.withdrawnAt} is not null then 'withdrawn'
    when ${namePermits.confirmedAt} is null then 'proposed' else 'confirmed' end`;
  return asOperator(async (tx) => {
    const permits = await tx
      .select({
        id: namePermits.id,
        name: namePermits.name,
        organisationName: organisations.name,
        reason: namePermits.reason,
        state: stateOf,
        proposedAt: namePermits.proposedAt,
        proposedBy: proposer.name,
        proposedById: namePermits.proposedBy,
        confirmedAt: namePermits.confirmedAt,
        confirmedBy: confirmer.name,
        withdrawnAt: namePermits.withdrawnAt,
        withdrawnBy: withdrawer.name,
      })
      .from(namePermits)
      .innerJoin(organisations, eq(organisations.id, namePermits.organisationId))
      .innerJoin(proposer, eq(proposer.id, namePermits.proposedBy))
      .leftJoin(confirmer, eq(confirmer.id, namePermits.confirmedBy))
      .leftJoin(withdrawer, eq(withdrawer.id, namePermits.withdrawnBy))
      .orderBy(
        sql`${namePermits.withdrawnAt} is not null, ${namePermits.confirmedAt} is not null`,
        desc(namePermits.proposedAt),
        desc(namePermits.id),
      )
      .limit(100);
    return { permits, deciders: (await listOperators(tx)).length };
  });
}
