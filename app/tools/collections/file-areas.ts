import type { Viewer } from "@/lib/accounts/find-actor";
import type { AreaName } from "@/lib/seller-data/guide-areas";
import { findClientAreas } from "@/lib/seller-data/list-client-areas";
import { type AreasQuery, chosenAreas } from "../../guide/_chosen";
import type { FilledView } from "./fill-values";

/** `tickedFor` is the client that the ticks were offered for; absent in plain links. */
export type FileAreasQuery = AreasQuery & { tickedFor?: string | string[] };

/** The areas that the files hold, none meaning all, and whether they are what is remembered for the client. */
export type FileAreasView = { areas: AreaName[]; isRemembered: boolean };

/**
 * What was ticked for this client, or what a link names. Where another client was picked, or nothing was said yet, it
 * starts from what the organisation remembers for the client.
 */
export async function fileAreas(
  viewer: Viewer | null,
  { values, isOwn }: FilledView,
  query: FileAreasQuery,
): Promise<FileAreasView> {
  const tickedFor = [query.tickedFor].flat()[0];
  const isSaid = tickedFor === undefined ? query.areas !== undefined : tickedFor === values.clientId;
  if (isSaid || !viewer || !isOwn) return { areas: chosenAreas(query), isRemembered: false };
  const areas = await findClientAreas(viewer.organisation.id, values.clientId);
  return { areas, isRemembered: areas.length > 0 };
}
