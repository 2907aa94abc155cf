import { eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { ownershipOffers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findMember } from "../accounts/find-member";
import { spendFormKey } from "../accounts/form-key";
import { tellPerson } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { ownershipWithdrawnLetter } from "../mail/letters/ownership";
import { done, type Result } from "../result";
import { lockTeamFor } from "./lock-team";
import { findOwnOffer, refuseClosed } from "./own-offer";
import type { OfferInput } from "./team-input";

/** Takes an offer of the ownership back, as any owner may; whoever was to have it is told. */
export async function withdrawOwnership(
  actor: Actor,
  { offerId }: OfferInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "withdraw ownership");
    if (refusal) return refusal;
    const found = await findOwnOffer(tx, actor, offerId, "giver");
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, offerId);
    if (stale) return stale;
    const closed = refuseClosed(found.view);
    if (closed) return closed;
    const { organisationId } = actor;
    await tx.update(ownershipOffers).set({ withdrawnAt: now() }).where(eq(ownershipOffers.id, offerId));
    await recordEvent(tx, actor, { type: "ownership.withdrawn", organisationId, data: { offerId } });
    const taker = await findMember(tx, actor, found.view.toPersonId);
    if (taker)
      await tellPerson(tx, actor, taker, (language, facts) =>
        ownershipWithdrawnLetter(language, { ...facts, giver: actor.name, taker: taker.name }),
      );
    return done({ goTo: "/team?done=offerWithdrawn" });
  });
}
