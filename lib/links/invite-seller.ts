import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { atLeast } from "../accounts/at-least";
import { spendFormKey } from "../accounts/form-key";
import { drawQr, type QrView } from "../qr";
import { done, type Result, refuse } from "../result";
import { insertInvitation, type MadeInvitation } from "./insert-invitations";
import { type InviteSellerInput, isExpectedAsked } from "./invitation-input";
import { linkedSellersOf } from "./linked-sellers-of";
import { findOfferedClient } from "./offered-client";

/** An invitation with its link, which is shown here and never again. */
export type NewInvitationView = {
  id: string;
  clientId: string;
  url: string;
  qr: QrView;
  reference: string;
  expiresAt: string;
  /** Whether it also went to somebody; never whether there is such a somebody. */
  hasAddressee: boolean;
  /** The list around the form lacks this one. */
  isFrameStale: true;
};

/** The view of an invitation just made or renewed. */
export function newInvitationView(made: MadeInvitation, clientId: string, hasAddressee: boolean) {
  const { id, url, reference, expiresAt } = made;
  return {
    ...{ id, clientId, url, qr: drawQr(url), reference },
    ...{ expiresAt: expiresAt.toISOString(), hasAddressee, isFrameStale: true as const },
  };
}

/**
 * Makes an invitation to link one's client: a link to pass on, and where somebody is named in it a request that waits
 * for them, with a letter; at most one that is open, and so many a day. Answers the same, and takes as long, whether
 * that somebody is known here or not.
 */
export async function inviteSeller(
  actor: Actor,
  input: InviteSellerInput,
): Promise<Result<NewInvitationView>> {
  const work = inOrganisation(actor, async (tx): Promise<Result<NewInvitationView>> => {
    const refusal = await allow(tx, actor, "invite seller");
    if (refusal) return refusal;
    const found = await findOfferedClient(tx, actor, input.clientId);
    if (!found.ok) return found;
    const client = found.view;
    const { email: addressee, expectedSellerId, ...words } = input;
    const named = addressee && "sellerId" in addressee ? addressee.sellerId : null;
    if (!isExpectedAsked(input)) {
      const fields = { expectedSellerId: "seller_not_expected" as const };
      return refuse("invalid", { fields, facts: { expected: String(named) } });
    }
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    const asked = expectedSellerId ?? named;
    if ((await linkedSellersOf(tx, client.id, [asked])).size > 0) return refuse("already_linked");
    const made = await insertInvitation(tx, actor, client, { ...words, addressee, expectedSellerId });
    return made.ok ? done(newInvitationView(made.view, client.clientId, addressee !== null)) : made;
  });
  return atLeast(200, () => work);
}
