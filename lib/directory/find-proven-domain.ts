import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type DomainMethod, domainProofs, organisations } from "@/db/schema";

/** The domain that an organisation proved last, and the one that is shown beside its name. */
export type ProvenDomain = {
  domain: string | null;
  provenAt: Date | null;
  method: DomainMethod | null;
  /** Another one is public until the operator has looked. */
  isNew: boolean;
};

/** Finds the newest proof of a domain, whether or not it is public yet. */
export async function findProvenDomain(tx: Tx, organisationId: string): Promise<ProvenDomain> {
  const [shown] = await tx
    .select({
      domain: organisations.domain,
      provenAt: organisations.domainVerifiedAt,
      method: organisations.domainProof,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const [proof] = await tx
    .select({ domain: domainProofs.domain, provenAt: domainProofs.provenAt, method: domainProofs.method })
    .from(domainProofs)
    .where(and(eq(domainProofs.organisationId, organisationId), isNotNull(domainProofs.provenAt)))
    .orderBy(desc(domainProofs.provenAt))
    .limit(1);
  // One that was never proven is only a word.
  const held = shown?.provenAt ? shown : { domain: null, provenAt: null, method: null };
  const isNewer = proof && (!held.provenAt || (proof.provenAt && proof.provenAt > held.provenAt));
  const isNew = Boolean(isNewer && proof.domain !== held.domain);
  return isNew && proof ? { ...proof, isNew } : { ...held, isNew: false };
}
