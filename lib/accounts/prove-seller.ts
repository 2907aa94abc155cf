import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { claimRequests, claims } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { claimAskedLetter } from "../mail/letters/claims";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { codeTries, countWrongCode, judgeCodeTries, matchesClaimCode } from "./claim-code";
import { spendFormKey, wasOffered } from "./form-key";
import type { ProveSellerInput } from "./input";
import { mayMailIn } from "./mail-limit";

/** A wrong code: how many tries are left. No refusal inside the transaction, because the count must be kept. */
type Wrong = { left: number };
/** What a proof brought: the account, nothing new, or a question to its owners. */
type Outcome = "claimed" | "own" | "asked" | "unknown";

const dones = { claimed: "claimed", own: "claimOwn", asked: "claimPassedOn" } as const;

/**
 * Proves a claim with the mailed code. An account nobody owns is the organisation's from now on, with its links; of
 * one that is owned its owners are asked. A code of an account that does not exist is wrong like any other.
 */
export async function proveSeller(
  actor: Actor,
  { claimId, code }: ProveSellerInput,
): Promise<Result<{ goTo: string }>> {
  const judged = await inOrganisation<Result<{ goTo: string }> | Wrong>(actor, async (tx) => {
    const refusal = await allow(tx, actor, "prove seller");
    if (refusal) return refusal;
    if (!wasOffered(actor, "claimId", claimId)) return refuse("not_found");
    const claim = await lockClaim(tx, actor, claimId);
    if (!claim) return refuse("not_found");
    const isOver = claim.provenAt || claim.wrongCodes >= codeTries || claim.expiresAt <= now();
    if (isOver) return refuse("expired");
    const tooOften = await judgeCodeTries(tx, actor);
    if (tooOften) return tooOften;
    if (!matchesClaimCode(claimId, code, claim.codeHash)) {
      const wrongCodes = claim.wrongCodes + 1;
      await tx.update(claims).set({ wrongCodes }).where(eq(claims.id, claimId));
      await countWrongCode(tx, actor);
      return { left: codeTries - wrongCodes };
    }
    const stale = await spendFormKey(tx, actor, claimId);
    if (stale) return stale;
    const outcome = await settle(tx, actor, claimId, claim.sellerId);
    if (outcome === "unknown") return refuse("expired");
    return done({ goTo: `/seller?done=${dones[outcome]}#add-account` });
  });
  if (!("left" in judged)) return judged;
  if (judged.left === 0) return refuse("expired");
  return refuse("invalid", { fields: { code: "wrong_code" }, facts: { left: String(judged.left) } });
}

/** The actor's own claim, held so that tries are counted one by one. */
async function lockClaim(tx: Tx, actor: Actor, claimId: string) {
  const { organisationId, personId } = actor;
  const [claim] = await tx
    .select()
    .from(claims)
    .where(
      and(eq(claims.id, claimId), eq(claims.organisationId, organisationId), eq(claims.personId, personId)),
    )
    .for("update");
  return claim;
}

async function settle(tx: Tx, actor: Actor, claimId: string, sellerId: number) {
  const [at, requestId] = [now(), newId()];
  const { organisationId } = actor;
  await tx.update(claims).set({ provenAt: at }).where(eq(claims.id, claimId));
  const [row] = await tx.execute<{ outcome: Outcome }>(
    sql`select settle_claim(${claimId}, ${requestId}, ${at.toISOString()}) as outcome`,
  );
  const outcome = row?.outcome ?? "unknown";
  if (outcome === "claimed")
    await recordEvent(tx, actor, { type: "seller.claimed", organisationId, sellerId });
  if (outcome === "asked") await askOwners(tx, actor, requestId, sellerId);
  return outcome;
}

/** Tells the owners that somebody asks; once, however often the proof is given before they decide. */
async function askOwners(tx: Tx, actor: Actor, requestId: string, sellerId: number) {
  const [request] = await tx
    .select({ organisationId: claimRequests.organisationId })
    .from(claimRequests)
    .where(eq(claimRequests.id, requestId));
  if (!request) return;
  await recordEvent(tx, actor, {
    type: "claim.asked",
    organisationId: actor.organisationId,
    otherOrganisationId: request.organisationId,
    sellerId,
    data: { requestId },
  });
  const owners = await tx.execute<{ email: string; name: string }>(
    sql`select email, name from owners_of_seller(${sellerId}::bigint)`,
  );
  const asker = { asker: actor.name, askerEmail: actor.email };
  for (const { email, name } of owners) {
    if (!(await mayMailIn(tx, email, "claim-asked"))) continue;
    const facts = { ...asker, name, sellerId, href: `${env().PUBLIC_URL}/seller#account-requests` };
    await send(tx, email, (language) => claimAskedLetter(language, facts));
  }
}
