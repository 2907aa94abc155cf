import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people } from "@/db/schema";
import { foldEmail } from "../input";
import type { Actor } from "./actor";

/**
 * The member with this address of the organisation that an operator's form is about; never the operator themselves.
 * Null where there is none.
 */
export async function findOtherMember(tx: Tx, actor: Actor, email: string) {
  const organisationId = actor.key?.offered.organisation?.[0];
  if (!organisationId) return null;
  const [found] = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(members, eq(members.personId, people.id))
    .where(
      and(
        eq(people.emailFold, foldEmail(email)),
        eq(members.organisationId, organisationId),
        ne(people.id, actor.personId),
      ),
    );
  return found ? { ...found, organisationId } : null;
}
