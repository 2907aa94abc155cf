import { eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { findOwnClient } from "../clients/own-client";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { SaveViewInput } from "./bulk-input";
import { canonicalQuery } from "./link-filter";

const mostViews = 30;

/** Keeps a search of linked sellers under a name; the same name again means the newer search. */
export async function saveView(
  actor: Actor,
  { name, query }: SaveViewInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "save view");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const { id: clientRowId, organisationId } = found.view;
    const id = newId();
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const canonical = canonicalQuery(query);
    const row = { clientRowId, organisationId, createdAt: now(), createdBy: actor.personId };
    await tx
      .insert(savedViews)
      .values({ id, name, query: canonical, ...row })
      .onConflictDoUpdate({
        target: [savedViews.clientRowId, savedViews.name],
        set: { query: canonical },
      });
    // The client's row is held, so nobody adds one meanwhile.
    const [{ count } = { count: 0 }] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(savedViews)
      .where(eq(savedViews.clientRowId, clientRowId));
    if (count > mostViews) return refuse("limit", { facts: { limit: "saved_views" } });
    const data = { name, query: canonical };
    await recordEvent(tx, actor, { type: "view.saved", organisationId, clientRowId, data });
    return done({ goTo: `/clients/${clientRowId}?${canonical}&done=view_saved#links` });
  });
}
