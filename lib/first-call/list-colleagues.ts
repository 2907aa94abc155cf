import { and, asc, eq, ne } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members, people } from "@/db/schema";

/** A colleague as forms name them. */
export type ColleagueView = { id: string; name: string; email: string };

type Who = { organisationId: string; personId: string };

/** The other members of the organisation by name, at most a hundred. */
export function listColleagues({ organisationId, personId }: Who): Promise<ColleagueView[]> {
  return inOrganisation({ organisationId }, (tx) =>
    tx
      .select({ id: people.id, name: people.name, email: people.email })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.organisationId, organisationId), ne(members.personId, personId)))
      .orderBy(asc(people.name), asc(people.id))
      .limit(100),
  );
}
