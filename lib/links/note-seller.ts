import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerNotes } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { NoteSellerInput } from "./bulk-input";
import { findOwnLinkedSeller } from "./own-linked-seller";

/** Keeps what the client's own side remembers of a linked seller; empty words remove the note. The last one counts. */
export async function noteSeller(
  actor: Actor,
  { linkId, note }: NoteSellerInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "note seller");
    if (refusal) return refusal;
    const seller = await findOwnLinkedSeller(tx, actor, linkId);
    if (!seller) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    const { clientRowId, sellerId } = seller;
    const { organisationId } = actor;
    if (note) {
      const words = { note, savedAt: now(), savedBy: actor.personId };
      await tx
        .insert(sellerNotes)
        .values({ clientRowId, organisationId, sellerId, ...words })
        .onConflictDoUpdate({ target: [sellerNotes.clientRowId, sellerNotes.sellerId], set: words });
    } else {
      await tx
        .delete(sellerNotes)
        .where(and(eq(sellerNotes.clientRowId, clientRowId), eq(sellerNotes.sellerId, sellerId)));
    }
    // The words themselves are in the note alone: what is deleted there must not live on in the history.
    const data = { length: note.length };
    await recordEvent(tx, actor, { type: "note.saved", organisationId, clientRowId, sellerId, data });
    return done({ goTo: `/clients/${clientRowId}/links/${linkId}?done=noted` });
  });
}
