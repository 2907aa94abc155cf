import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, organisations, people, type Role } from "@/db/schema";
import type { Actor } from "./actor";

/** Somebody of the actor's team. */
export type MemberRow = { personId: string; name: string; email: string; role: Role };

const columns = { personId: people.id, name: people.name, email: people.email, role: members.role };

/** The member of the actor's organisation with this id; undefined for anybody else. */
export async function findMember(
  tx: Tx,
  { organisationId }: Pick<Actor, "organisationId">,
  memberId: string,
): Promise<MemberRow | undefined> {
  const [member] = await tx
    .select(columns)
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.organisationId, organisationId), eq(members.personId, memberId)));
  return member;
}

/** The owners of an organisation but this one, oldest first. */
export function listOtherOwners(
  tx: Tx,
  { organisationId }: Pick<Actor, "organisationId">,
  personId: string,
): Promise<MemberRow[]> {
  return tx
    .select(columns)
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.organisationId, organisationId),
        eq(members.role, "owner"),
        ne(members.personId, personId),
      ),
    )
    .orderBy(members.createdAt, members.personId);
}

/** What the actor's organisation is called. */
export async function findCompanyName(tx: Tx, { organisationId }: Pick<Actor, "organisationId">) {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? "";
}
