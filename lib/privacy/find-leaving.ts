import { sql } from "drizzle-orm";
import { asVisitor, inOrganisation } from "@/db/client";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { readMemberships } from "./read-memberships";

/** What would go along with a person: organisations in which nobody else is, and those that need them as owner. */
export type LeavingView = { alone: string[]; needed: string[]; others: string[] };

/** What ends when the viewer deletes their account, by the names of their organisations. */
export async function findLeaving({ sessionId }: Pick<Viewer, "sessionId">): Promise<LeavingView> {
  const all = await asVisitor((tx) => readMemberships(tx, sessionId));
  const view: LeavingView = { alone: [], needed: [], others: [] };
  for (const { name, role, kind, others, otherOwners } of all) {
    if (role === "owner" && otherOwners === 0 && (others > 0 || kind === "operator")) view.needed.push(name);
    else if (others === 0) view.alone.push(name);
    else view.others.push(name);
  }
  return view;
}

/** How much would end with an organisation. */
export type EndingView = { clients: number; links: number; sellers: number; members: number };

/** What ends when the organisation that is shown is deleted, in numbers. */
export async function findEnding({ organisation }: Pick<Viewer, "organisation">): Promise<EndingView> {
  const { id } = organisation;
  return inOrganisation({ organisationId: id }, async (tx) => {
    const [row] = await tx.execute<EndingView>(sql`select
      (select count(*)::int from clients c where c.organisation_id = ${id} and c.deleted_at is null) as clients,
      (select count(*)::int from seller_links l where ${id} in (l.client_organisation_id, l.seller_organisation_id)
        and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${now().toISOString()})) as links,
      (select count(*)::int from sellers s where s.owner_organisation_id = ${id}) as sellers,
      (select count(*)::int from members m where m.organisation_id = ${id}) as members`);
    return row ?? { clients: 0, links: 0, sellers: 0, members: 0 };
  });
}
