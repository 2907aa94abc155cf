import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clientReviews } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { AskForReviewInput } from "./input";
import { findOwnClient } from "./own-client";

/** Asks the operator to look at a client, in one sentence. One request at a time; a refused one may be asked anew. */
export async function askForReview(
  actor: Actor,
  input: AskForReviewInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "ask for review");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const [state] = await tx.execute<{ reviewed: boolean }>(
      sql`select is_reviewed(${client.id}) as reviewed`,
    );
    if (state?.reviewed) return refuse("stale");
    const [asked] = await tx
      .insert(clientReviews)
      .values({
        id: newId(),
        clientRowId: client.id,
        organisationId: actor.organisationId,
        sentence: input.sentence,
        requestedAt: now(),
        requestedBy: actor.personId,
      })
      .onConflictDoNothing()
      .returning({ id: clientReviews.id });
    if (!asked) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "review.requested",
      organisationId: actor.organisationId,
      clientRowId: client.id,
      data: { reviewId: asked.id },
    });
    return done({ goTo: `/clients/${client.id}?done=review` });
  });
}
