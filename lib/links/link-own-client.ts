import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { findOwnClient } from "../clients/own-client";
import { done, type Result, refuse } from "../result";
import type { LinkOwnClientInput } from "./input";
import { insertLink } from "./insert-link";
import { findOwnSeller } from "./own-seller";

/** Links a client of one's own to one of one's own seller accounts; no interstitial is needed for that. */
export async function linkOwnClient(
  actor: Actor,
  input: LinkOwnClientInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "link own client");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const seller = await findOwnSeller(tx, actor, input.sellerId);
    if (!seller.ok) return seller;
    if (found.view.suspendedAt) return refuse("unavailable", { facts: { why: "suspended" } });
    const link = {
      clientRowId: found.view.id,
      clientOrganisationId: actor.organisationId,
      clientId: found.view.clientId,
      sellerId: seller.view.sellerId,
      via: "typed" as const,
    };
    const linked = await insertLink(tx, actor, link);
    if (!linked.ok) return linked;
    const stale = await spendFormKey(tx, actor, found.view.id);
    if (stale) return stale;
    return done({ goTo: `/clients/${found.view.id}?done=linked` });
  });
}
