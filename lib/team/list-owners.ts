import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members, people } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";

/** The names of up to three owners of the viewer's organisation: whom to ask. */
export async function listOwners(viewer: Viewer): Promise<string[]> {
  const { id } = viewer.organisation;
  const rows = await inOrganisation({ organisationId: id }, (tx) =>
    tx
      .select({ name: people.name })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.organisationId, id), eq(members.role, "owner")))
      .orderBy(members.createdAt)
      .limit(3),
  );
  return rows.map(({ name }) => name);
}
