import { asOperator } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { wasOffered } from "../accounts/form-key";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { decideEntry } from "./decide-entry";
import { decideVersion } from "./decide-version";
import type { DecideListingInput } from "./desk-input";
import { tellDecision } from "./tell-decision";

/**
 * Decides what an aggregator submitted (approve, ask for changes, reject), or what becomes of its entry in the directory
 * (unlist, suspend, approve again after a suspension). Whoever decides about something else than was shown is `stale`
 * and told who was there first. No link is touched; the other side is told by letter and by message.
 */
export async function decideListing(
  actor: Actor,
  input: DecideListingInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "decide listing");
    if (refusal) return refusal;
    if (!wasOffered(actor, "listingId", input.listingId)) return refuse("not_found");
    if (!input.reason) return refuse("invalid", { fields: { reason: "required" } });
    const at = now();
    // A form about a submission says which state of it was read; one about an entry has no such thing.
    const decide = actor.key?.offered.revision ? decideVersion : decideEntry;
    const decided = await decide(tx, actor, input, at);
    if (!decided.ok) return decided;
    await tellDecision(tx, actor, decided.view, input, at);
    return done({ goTo: `/operator/listings?done=${input.decision}` });
  });
}
