import type { Tx } from "@/db/client";
import { type DomainMethod, domainProofs } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { findProvenDomain } from "./find-proven-domain";

const lifeSeconds = 3600;

/** Writes down that a domain is about to be proven. It is done by `prove_domain` alone. */
export async function openDomainProof(
  tx: Tx,
  actor: Actor,
  about: { id?: string; domain: string; method: DomainMethod; email?: string; codeHash?: Buffer },
) {
  const id = about.id ?? newId();
  const { organisationId, personId } = actor;
  const times = { createdAt: now(), expiresAt: inSeconds(lifeSeconds) };
  await tx.insert(domainProofs).values({ ...about, id, organisationId, personId, ...times });
  return { id, domain: about.domain, method: about.method };
}

/** Whether there is nothing to gain: the domain is proven by its records, which is more than a letter. */
export async function isProvenByRecord(tx: Tx, organisationId: string, domain: string) {
  const proven = await findProvenDomain(tx, organisationId);
  return proven.domain === domain && proven.method === "dns";
}
