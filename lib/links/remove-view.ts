import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { findOwnClient } from "../clients/own-client";
import { done, type Result, refuse } from "../result";
import type { RemoveViewInput } from "./bulk-input";

/** Removes a saved search; what it found is untouched. */
export async function removeView(
  actor: Actor,
  { viewId }: RemoveViewInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "remove view");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const { id: clientRowId, organisationId } = found.view;
    const stale = await spendFormKey(tx, actor, viewId);
    if (stale) return stale;
    const [removed] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.id, viewId), eq(savedViews.clientRowId, clientRowId)))
      .returning({ name: savedViews.name });
    if (!removed) return refuse("not_found");
    await recordEvent(tx, actor, { type: "view.removed", organisationId, clientRowId, data: removed });
    return done({ goTo: `/clients/${clientRowId}?done=view_removed#links` });
  });
}
