import { and, asc, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clientAreas, clients } from "@/db/schema";
import { type AreaName, readAreas } from "./guide-areas";

/** A client and the areas that were remembered for it; none of them means all. */
export type ClientAreasView = { id: string; clientId: string; areas: AreaName[] };

/** The organisation's own clients with the areas of each. */
export function listClientAreas(organisationId: string): Promise<ClientAreasView[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await tx
      .select({ id: clients.id, clientId: clients.clientId, areas: clientAreas.areas })
      .from(clients)
      .leftJoin(clientAreas, eq(clientAreas.clientRowId, clients.id))
      .where(and(eq(clients.organisationId, organisationId), isNull(clients.deletedAt)))
      .orderBy(asc(clients.createdAt))
      .limit(50);
    return rows.map(({ areas, ...client }) => ({ ...client, areas: readAreas((areas ?? []).join()) }));
  });
}

/** The areas remembered for one client of the organisation; none where there is nothing to remember. */
export async function findClientAreas(organisationId: string, clientId: string): Promise<AreaName[]> {
  const all = await listClientAreas(organisationId);
  return all.find((one) => one.clientId === clientId)?.areas ?? [];
}
