import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { domainProofs } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { done, type Result, refuse } from "../result";
import { digestToCompare, domainCodeTries } from "./domain-code";
import type { ProveDomainInput } from "./domain-input";
import { settleDomainProof } from "./settle-domain-proof";

/** A wrong code: how many tries are left. No refusal inside the transaction, because the count must be kept. */
type Wrong = { left: number };

/** Proves a domain with the code that was mailed there. The fifth wrong one ends the try. */
export async function proveDomain(
  actor: Actor,
  { proofId, code }: ProveDomainInput,
): Promise<Result<{ goTo: string }>> {
  const judged = await inOrganisation<Result<{ goTo: string }> | Wrong>(actor, async (tx) => {
    const refusal = await allow(tx, actor, "prove domain");
    if (refusal) return refusal;
    if (!wasOffered(actor, "proofId", proofId)) return refuse("not_found");
    const own = and(eq(domainProofs.id, proofId), eq(domainProofs.organisationId, actor.organisationId));
    const [proof] = await tx.select().from(domainProofs).where(own);
    if (proof?.method !== "mail") return refuse("not_found");
    const digest = digestToCompare(proofId, code, proof.codeHash);
    const outcome = await settleDomainProof(tx, actor, proof, digest);
    if (outcome === "expired") return refuse("expired");
    if (outcome === "wrong") {
      // The function holds the row, so the count it left is the one after this try.
      const [counted] = await tx
        .select({ wrongCodes: domainProofs.wrongCodes })
        .from(domainProofs)
        .where(own);
      return { left: domainCodeTries - (counted?.wrongCodes ?? domainCodeTries) };
    }
    const stale = await spendFormKey(tx, actor, proofId);
    return stale ?? done({ goTo: "/listing?done=domainProven#domain" });
  });
  if (!("left" in judged)) return judged;
  if (judged.left <= 0) return refuse("expired");
  return refuse("invalid", { fields: { code: "wrong_code" }, facts: { left: String(judged.left) } });
}
