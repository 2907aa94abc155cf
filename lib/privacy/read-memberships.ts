import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/schema";
import { now } from "../clock";

/** One organisation of a person, suspended ones too, and how many others are there. */
export type MembershipRow = {
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  role: Role;
  joinedAt: Date;
  others: number;
  otherOwners: number;
};

/** The organisations of the person whose session this is, by id. */
export async function readMemberships(tx: Tx, sessionId: string): Promise<MembershipRow[]> {
  const rows = await tx.execute<{
    organisation_id: string;
    name: string;
    kind: OrganisationKind;
    role: Role;
    joined_at: string;
    others: number;
    other_owners: number;
  }>(sql`select * from memberships_of_session(${sessionId}, ${now().toISOString()})`);
  return [...rows].map(({ organisation_id, joined_at, other_owners, ...row }) => ({
    ...row,
    organisationId: organisation_id,
    joinedAt: new Date(joined_at),
    otherOwners: other_owners,
  }));
}
