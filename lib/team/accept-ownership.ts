import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members, ownershipOffers, type Role } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findMember } from "../accounts/find-member";
import { spendFormKey } from "../accounts/form-key";
import { tellOwners, tellPerson } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { ownershipAcceptedLetter } from "../mail/letters/ownership";
import { done, type Result, refuse } from "../result";
import { withdrawInvitationsOf } from "./end-powers";
import { lockTeamFor } from "./lock-team";
import { findOwnOffer, refuseClosed } from "./own-offer";
import type { OfferInput } from "./team-input";

/** Takes over the ownership that was offered: the taker is owner from now on, and the giver an editor. */
export async function acceptOwnership(
  actor: Actor,
  { offerId }: OfferInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const repeated = await lockTeamFor(tx, actor);
    if (repeated) return repeated;
    const refusal = await allow(tx, actor, "accept ownership");
    if (refusal) return refusal;
    const found = await findOwnOffer(tx, actor, offerId, "taker");
    if (!found.ok) return found;
    const stale = await spendFormKey(tx, actor, offerId);
    if (stale) return stale;
    const closed = refuseClosed(found.view);
    if (closed) return closed;
    const giver = await findMember(tx, actor, found.view.fromPersonId);
    // Their offer went with their ownership; this only says so once more.
    if (giver?.role !== "owner") return refuse("expired");

    const { organisationId, personId } = actor;
    const setRole = (whose: string, role: Role) =>
      tx
        .update(members)
        .set({ role })
        .where(and(eq(members.organisationId, organisationId), eq(members.personId, whose)));
    await tx.update(ownershipOffers).set({ acceptedAt: now() }).where(eq(ownershipOffers.id, offerId));
    // First the new owner: no organisation is without one, not for a moment.
    await setRole(personId, "owner");
    await setRole(giver.personId, "editor");
    await withdrawInvitationsOf(tx, actor, giver.personId);
    await recordEvent(tx, actor, { type: "ownership.accepted", organisationId, data: { offerId } });
    const names = { giver: giver.name, taker: actor.name };
    await tellPerson(tx, actor, giver, (language, facts) =>
      ownershipAcceptedLetter(language, { ...facts, ...names }),
    );
    await tellOwners(tx, actor, [personId], (language, facts) =>
      ownershipAcceptedLetter(language, { ...facts, ...names }),
    );
    return done({ goTo: "/team?done=accepted" });
  });
}
