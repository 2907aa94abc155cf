import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { wasOffered } from "../accounts/form-key";
import { done, type Result, refuse } from "../result";
import { findInvitationIn } from "./find-invitation";
import type { AcceptRequestInput } from "./invitation-input";

/**
 * Leads from a request that waits to its consent page, where alone it is accepted; nothing changes here. A request
 * that has ended meanwhile is `expired`.
 */
export async function acceptRequest(
  actor: Actor,
  { invitationId }: AcceptRequestInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "accept request");
    if (refusal) return refusal;
    if (!wasOffered(actor, "invitationId", invitationId)) return refuse("not_found");
    const request = await findInvitationIn(tx, invitationId);
    if (!request) return refuse("expired");
    const query = new URLSearchParams({
      clientId: request.clientId,
      via: "request",
      invitation: invitationId,
    });
    return done({ goTo: `/link-client?${query}` });
  });
}
