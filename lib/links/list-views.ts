import { asc, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { savedViews } from "@/db/schema";

/** A search under a name. */
export type SavedView = { id: string; name: string; query: string };

/** The searches that were saved for a client, by name. */
export function listViews(organisationId: string, clientRowId: string): Promise<SavedView[]> {
  return inOrganisation({ organisationId }, (tx) =>
    tx
      .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
      .from(savedViews)
      .where(eq(savedViews.clientRowId, clientRowId))
      .orderBy(asc(savedViews.name)),
  );
}
