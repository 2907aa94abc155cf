import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, organisations, people } from "@/db/schema";

/** The people of the marketplace's staff who may decide something. */
export async function listOperators(tx: Tx): Promise<{ personId: string; name: string }[]> {
  return tx
    .selectDistinct({ personId: people.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        eq(organisations.kind, "operator"),
        isNull(organisations.suspendedAt),
        inArray(members.role, ["owner", "editor"]),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(20);
}
