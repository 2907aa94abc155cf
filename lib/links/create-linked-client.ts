import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { insertClient, type NewClientView } from "../clients/create-client";
import { done, type Result } from "../result";
import type { CreateLinkedClientInput } from "./input";
import { insertLink } from "./insert-link";
import { findOwnSeller } from "./own-seller";

/** Makes a client with its first secret and links it to one of the organisation's seller accounts, in one go. */
export async function createLinkedClient(
  actor: Actor,
  input: CreateLinkedClientInput,
): Promise<Result<NewClientView>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "create linked client");
    if (refusal) return refusal;
    const seller = await findOwnSeller(tx, actor, input.sellerId);
    if (!seller.ok) return seller;
    const made = await insertClient(tx, actor, input);
    if (!made.ok) return made;
    const { clientRowId } = made.view;
    const { sellerId, shopName } = seller.view;
    const link = {
      clientRowId,
      clientOrganisationId: actor.organisationId,
      clientId: input.clientId,
      sellerId,
      via: "created" as const,
    };
    const linked = await insertLink(tx, actor, link);
    if (!linked.ok) return linked;
    return done({ ...made.view, sellerId, shopName });
  });
}
