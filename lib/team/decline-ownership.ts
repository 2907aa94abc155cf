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
import { ownershipDeclinedLetter } from "../mail/letters/ownership";
import { done, type Result } from "../result";
import { lockTeamFor } from "./lock-team";
import { findOwnOffer, refuseClosed } from "./own-offer";
import type { OfferInput } from "./team-input";

/** Says no to an offered ownership; everybody keeps the role they have, and the giver is told. */
export async function declineOwnership(
  actor: Actor,
  { offerId }: OfferInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "decline ownership");
    if (refusal) return refusal;
    const found = await findOwnOffer(tx, actor, offerId, "taker");
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, offerId);
    if (stale) return stale;
    const closed = refuseClosed(found.view);
    if (closed) return closed;
    const { organisationId } = actor;
    await tx.update(ownershipOffers).set({ declinedAt: now() }).where(eq(ownershipOffers.id, offerId));
    await recordEvent(tx, actor, { type: "ownership.declined", organisationId, data: { offerId } });
    const giver = await findMember(tx, actor, found.view.fromPersonId);
    if (giver)
      await tellPerson(tx, actor, giver, (language, facts) =>
        ownershipDeclinedLetter(language, { ...facts, giver: giver.name, taker: actor.name }),
      );
    return done({ goTo: "/team?done=declined" });
  });
}
