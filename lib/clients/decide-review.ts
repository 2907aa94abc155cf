import { and, eq, exists, isNull } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { clientReviews, clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { mayMailIn } from "../accounts/mail-limit";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { reviewDecidedLetter } from "../mail/letters/reviews";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { DecideReviewInput } from "./input";

/**
 * Decides a request for review, once, and writes to the client's contact; of two operators the second is `stale`, and
 * so is whoever decides about a client that was deleted meanwhile.
 */
export async function decideReview(
  actor: Actor,
  { reviewId, decision, reason }: DecideReviewInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "decide review");
    if (refusal) return refusal;
    if (!wasOffered(actor, "reviewId", reviewId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, reviewId);
    if (stale) return stale;
    if (decision === "reject" && !reason) return refuse("invalid", { fields: { reason: "required" } });
    const at = now();
    const [review] = await tx
      .update(clientReviews)
      .set({ decidedAt: at, decidedBy: actor.personId, decision, reason: reason || null })
      .where(and(eq(clientReviews.id, reviewId), isNull(clientReviews.decidedAt), isOfLiveClient(tx)))
      .returning();
    if (!review) return refuse("stale");
    if (decision === "approve") {
      await tx.update(clients).set({ reviewedAt: at }).where(eq(clients.id, review.clientRowId));
    }
    const [client] = await tx
      .select({ clientId: clients.clientId, contactEmail: clients.contactEmail })
      .from(clients)
      .where(eq(clients.id, review.clientRowId));
    await recordEvent(tx, actor, {
      type: "review.decided",
      organisationId: actor.organisationId,
      otherOrganisationId: review.organisationId,
      clientRowId: review.clientRowId,
      data: { reviewId, decision },
    });
    if (client && (await mayMailIn(tx, client.contactEmail, "review-decided"))) {
      const href = `${env().PUBLIC_URL}/clients/${review.clientRowId}#review`;
      const about = { clientId: client.clientId, decision, reason, href };
      await send(tx, client.contactEmail, (language) => reviewDecidedLetter(language, about));
    }
    return done({ goTo: `/operator/reviews?done=${decision}` });
  });
}

function isOfLiveClient(tx: Tx) {
  const isIt = and(eq(clients.id, clientReviews.clientRowId), isNull(clients.deletedAt));
  return exists(tx.select({ id: clients.id }).from(clients).where(isIt));
}
