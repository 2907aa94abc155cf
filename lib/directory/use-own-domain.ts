import { randomBytes } from "node:crypto";
import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result, refuse } from "../result";
import { domainOfEmail, judgeDomain } from "./judge-domain";
import { isProvenByRecord, openDomainProof } from "./open-domain-proof";
import { settleDomainProof } from "./settle-domain-proof";

/** Proves the domain of the actor's own address, which was proven when the account was made: no code is needed. */
export async function useOwnDomain(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "use own domain");
    if (refusal) return refusal;
    const { email } = actor;
    const judged = judgeDomain(domainOfEmail(email), "email");
    if (!judged.ok) return judged;
    const domain = judged.view;
    const stale = await spendFormKey(tx, actor, actor.organisationId);
    if (stale) return stale;
    if (await isProvenByRecord(tx, actor.organisationId, domain))
      return done({ goTo: "/listing?done=domainAlready#domain" });
    // What would be mailed and typed back stays here.
    const codeHash = randomBytes(32);
    const proof = await openDomainProof(tx, actor, { domain, method: "mail", email, codeHash });
    const outcome = await settleDomainProof(tx, actor, proof, codeHash);
    return outcome === "proven" ? done({ goTo: "/listing?done=domainProven#domain" }) : refuse("expired");
  });
}
