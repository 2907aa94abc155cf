import { eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { listingVersions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { done, type Result } from "../result";
import { findOpenVersion, staleListing } from "./own-listing";

/** Makes a draft again of what was submitted, as long as nobody has decided about it. */
export async function takeBackListing(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "take back listing");
    if (refusal) return refusal;
    const version = await findOpenVersion(tx, actor.organisationId);
    if (!version?.submittedAt || !wasOffered(actor, "version", version.id)) return staleListing();
    const stale = await spendFormKey(tx, actor, version.id);
    if (stale) return stale;
    await takeBack(tx, actor, version);
    return done({ goTo: "/listing?done=taken_back" });
  });
}

/** Takes a submission back within an act that asked for it. */
export async function takeBack(tx: Tx, actor: Actor, version: typeof listingVersions.$inferSelect) {
  await tx
    .update(listingVersions)
    .set({ submittedAt: null, submittedBy: null })
    .where(eq(listingVersions.id, version.id));
  await recordEvent(tx, actor, {
    type: "listing.taken_back",
    organisationId: actor.organisationId,
    clientRowId: version.clientRowId,
    data: { versionId: version.id },
  });
}
