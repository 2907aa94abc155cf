import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients, listingVersions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { findProvenDomain } from "./find-proven-domain";
import { judgeName } from "./judge-name";
import { findAllGaps } from "./listing-fields";
import { fieldsOf, findOpenVersion, staleListing } from "./own-listing";

/**
 * Puts the draft before the operator, whole and as the page showed it; what is missing is said field by field. One
 * that was changed or submitted since then is `stale`.
 */
export async function submitListing(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "submit listing");
    if (refusal) return refusal;
    const { organisationId, personId } = actor;
    const version = await findOpenVersion(tx, organisationId);
    if (!version || !wasOffered(actor, "version", version.id)) return staleListing();
    if (version.submittedAt || !wasOffered(actor, "revision", String(version.revision)))
      return staleListing();
    const stale = await spendFormKey(tx, actor, version.id);
    if (stale) return stale;
    const { domain, provenAt, method } = await findProvenDomain(tx, organisationId);
    const gaps = findAllGaps(fieldsOf(version), {
      isClientLive: await isLive(tx, version.clientRowId),
      domain,
    });
    const fault = await judgeName(tx, organisationId, version.displayName);
    const fields = { ...(fault && { displayName: fault }), ...gaps };
    if (Object.keys(fields).length > 0) return refuse("invalid", { fields });
    await tx
      .update(listingVersions)
      .set({
        submittedAt: now(),
        submittedBy: personId,
        domain,
        domainVerifiedAt: provenAt,
        domainProof: method,
        revision: sql`${listingVersions.revision} + 1`,
      })
      .where(eq(listingVersions.id, version.id));
    await recordEvent(tx, actor, {
      type: "listing.submitted",
      organisationId,
      clientRowId: version.clientRowId,
      data: { versionId: version.id, revision: version.revision + 1 },
    });
    return done({ goTo: "/listing?done=submitted" });
  });
}

/** Whether sellers can link it: neither deleted nor suspended. */
export async function isLive(tx: Tx, clientRowId: string) {
  const works = and(eq(clients.id, clientRowId), isNull(clients.deletedAt), isNull(clients.suspendedAt));
  const [client] = await tx.select({ id: clients.id }).from(clients).where(works);
  return client !== undefined;
}
