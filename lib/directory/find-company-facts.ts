import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import { now } from "../clock";

/** A company in numbers, as an operator judges it by. */
export type CompanyFactsView = {
  name: string;
  since: Date;
  suspended: boolean;
  members: number;
  clients: number;
  openLinks: number;
};

/** How long a company is here, with how many people, clients and open links. */
export async function findCompanyFacts(tx: Tx, organisationId: string): Promise<CompanyFactsView> {
  const at = now().toISOString();
  const [row] = await tx
    .select({
      name: organisations.name,
      since: organisations.createdAt,
      suspended: sql<boolean>`${organisations.suspendedAt} is not null`,
      members: sql<number>`(select count(*)::int from members m where m.organisation_id = organisations.id)`,
      clients: sql<number>`(select count(*)::int from clients c where c.organisation_id = organisations.id and c.deleted_at is null)`,
      openLinks: sql<number>`(select count(*)::int from seller_links l join clients c on c.id = l.client_row_id
        where c.organisation_id = organisations.id and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}))`,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!row) throw new Error("a listing without an organisation");
  return row;
}
