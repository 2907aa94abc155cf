import type { Tx } from "@/db/client";
import { tellEndpoint } from "./tell-endpoints";

/** What became of an accepted invitation, as its sender's server is told. */
export type AcceptedInvitation = {
  invitationId: string;
  linkId: string;
  sellerId: number;
  shopName: string;
  clientId: string;
  reference: string;
  at: Date;
};

/**
 * Lays `invitation.accepted` into the outbox of the sender's endpoint, in the transaction of the new link. The letter
 * about the link carries the reference, so there is no second letter.
 */
export async function tellInvitationAccepted(tx: Tx, { at, ...accepted }: AcceptedInvitation) {
  const data = { ...accepted, acceptedAt: at.toISOString() };
  await tellEndpoint(tx, accepted.linkId, "invitation.accepted", data);
}
