import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clientAreas, clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { ChooseAreasInput } from "./areas-input";
import { readAreas } from "./guide-areas";

/** Remembers which areas of the API a client needs, or that it needs all; what its tokens hold stays as it is. */
export async function chooseAreas(
  actor: Actor,
  { clientRowId, areas: list }: ChooseAreasInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "choose areas");
    if (refusal) return refusal;
    if (!actor.key?.offered.client?.includes(clientRowId)) return refuse("not_found");
    const { organisationId, personId } = actor;
    const [client] = await tx
      .select({ id: clients.id })
      .from(clients)
      .where(
        and(
          eq(clients.id, clientRowId),
          eq(clients.organisationId, organisationId),
          isNull(clients.deletedAt),
        ),
      )
      .for("update");
    if (!client) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, clientRowId);
    if (stale) return stale;

    const areas = readAreas(list);
    const goTo = `/guide/areas?done=remembered${areas.length > 0 ? `&areas=${areas.join(",")}` : ""}#choose`;
    const [before] = await tx.select().from(clientAreas).where(eq(clientAreas.clientRowId, clientRowId));
    if ((before?.areas ?? []).join() === areas.join()) return done({ goTo });
    if (areas.length === 0) await tx.delete(clientAreas).where(eq(clientAreas.clientRowId, clientRowId));
    else {
      const chosen = { areas, chosenAt: now(), chosenBy: personId };
      await tx
        .insert(clientAreas)
        .values({ clientRowId, organisationId, ...chosen })
        .onConflictDoUpdate({ target: clientAreas.clientRowId, set: chosen });
    }
    const data = { areas: areas.join(", ") || "-" };
    await recordEvent(tx, actor, { type: "areas.chosen", organisationId, clientRowId, data });
    return done({ goTo });
  });
}
