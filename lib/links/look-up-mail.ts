import { eq, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, members, organisations, people, sellers } from "@/db/schema";
import { foldEmail } from "../input";
import type { MatchView } from "./match";
import { matchClients, matchSellers } from "./match-rows";

/** Whose address it is: the organisations of that person, and what of others has it as its contact. */
export async function lookUpMail(tx: Tx, typed: string): Promise<MatchView[]> {
  const email = foldEmail(typed);
  const rows = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      of: organisations.kind,
      suspendedAt: organisations.suspendedAt,
      person: people.name,
      role: members.role,
    })
    .from(people)
    .innerJoin(members, eq(members.personId, people.id))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(eq(people.emailFold, email))
    .orderBy(members.createdAt, organisations.id)
    .limit(50);
  const joined = rows.map(
    ({ person, role, suspendedAt, ...row }): MatchView => ({
      kind: "organisation",
      ...row,
      suspended: suspendedAt !== null,
      member: { name: person, role },
    }),
  );
  // What those organisations have themselves, stands on their pages.
  const own = sql.param(rows.map(({ id }) => id));
  const isElsewhere = (owner: SQLWrapper) => sql`(${owner} = any (${own}::uuid[])) is not true`;
  const ofClient = sql`lower(${clients.contactEmail}) = ${email} and ${isElsewhere(clients.organisationId)}`;
  const ofSeller = sql`lower(${sellers.contactEmail}) = ${email} and ${isElsewhere(sellers.ownerOrganisationId)}`;
  const contactOf = [await matchClients(tx, ofClient), await matchSellers(tx, ofSeller)];
  return [...joined, ...contactOf.flat()];
}
