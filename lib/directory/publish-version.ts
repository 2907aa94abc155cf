import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, domainProofs, listings, type listingVersions, organisations } from "@/db/schema";
import { newId } from "../id";
import { type FieldCode, type Refusal, refuse } from "../result";
import { judgeName } from "./judge-name";
import { nameCore } from "./name-core";
import { nameSkeleton } from "./name-skeleton";

type Version = typeof listingVersions.$inferSelect;

/**
 * Puts an approved version into the directory in place of what stood there, with the domain that was proven for it,
 * inside an act that holds the names.
 * Null, or why it cannot be public: its name, its domain, or a client that is gone.
 */
export async function publishVersion(tx: Tx, version: Version, at: Date): Promise<Refusal | null> {
  const { organisationId, clientRowId, displayName } = version;
  const fault = await judgeName(tx, organisationId, displayName);
  if (fault) return refuseApproval(fault);
  const [client] = await tx
    .select({ deletedAt: clients.deletedAt })
    .from(clients)
    .where(eq(clients.id, clientRowId));
  if (client?.deletedAt !== null || !(await settleDomain(tx, version))) return refuseApproval("bad_choice");
  const shown = {
    clientRowId,
    displayName,
    nameSkeleton: nameSkeleton(displayName),
    nameCore: nameCore(displayName),
    description: version.description,
    website: version.website,
    methods: version.methods,
    logo: version.logo,
    supportUrl: version.supportUrl,
    versionId: version.id,
  };
  await tx
    .insert(listings)
    .values({ id: newId(), organisationId, ...shown, approvedAt: at })
    .onConflictDoUpdate({
      target: listings.organisationId,
      set: {
        ...shown,
        approvedAt: sql`coalesce(${listings.approvedAt}, excluded.approved_at)`,
        unlistedAt: null,
        unlistedBy: null,
        suspendedAt: null,
        suspendedBy: null,
        suspendReason: null,
      },
    });
  return null;
}

/** Why an entry cannot be public now, said at the decision. */
export const refuseApproval = (code: FieldCode) => refuse("invalid", { fields: { decision: code } });

/** Names enter the directory one after the other, so that of two that are taken for each other the second is seen. */
export async function holdNames(tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('names of the directory'))`);
}

/** Makes the version's proven domain its organisation's. Whether it is proven at all. */
async function settleDomain(tx: Tx, { organisationId, domain }: Version) {
  if (!domain) return true;
  const [proof] = await tx
    .select({ provenAt: domainProofs.provenAt, method: domainProofs.method })
    .from(domainProofs)
    .where(
      and(
        eq(domainProofs.organisationId, organisationId),
        eq(domainProofs.domain, domain),
        isNotNull(domainProofs.provenAt),
      ),
    )
    .orderBy(desc(domainProofs.provenAt))
    .limit(1);
  const own = and(eq(organisations.id, organisationId), eq(organisations.domain, domain));
  if (!proof) {
    const held = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(own, isNotNull(organisations.domainVerifiedAt)));
    return held.length > 0;
  }
  await tx
    .update(organisations)
    .set({ domain, domainVerifiedAt: proof.provenAt, domainProof: proof.method })
    .where(eq(organisations.id, organisationId));
  return true;
}
