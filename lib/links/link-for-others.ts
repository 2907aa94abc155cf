import { and, eq, isNull, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { clients, sellers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { besideOthers } from "../accounts/hold-organisation";
import { now } from "../clock";
import { done, type LimitName, type Result, refuse } from "../result";
import { findDeskName } from "./desk-name";
import type { LinkForOthersInput } from "./input";
import { insertLink } from "./insert-link";

/**
 * Gives a client access to a seller account on the account's written authorisation, which the reason names; both
 * sides are told. There is no consent behind such a link: `via` says that the operator made it.
 */
export async function linkForOthers(
  actor: Actor,
  { clientId, reason }: LinkForOthersInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "link for others");
    if (refusal) return refusal;
    const sellerId = Number(actor.key?.offered.seller?.[0]);
    if (!Number.isSafeInteger(sellerId)) return refuse("not_found");
    const owner = await keepSides(tx, sellerId, clientId);
    const seller = await holdSeller(tx, sellerId);
    if (!seller) return refuse("not_found");
    // Somebody took the account over meanwhile, and nothing keeps them from being deleted beside this.
    if (seller.owner_organisation_id !== owner) return refuse("stale");
    const client = await lockClient(tx, clientId);
    if (!client) return refuse("not_found", { fields: { clientId: "bad_choice" } });
    if (seller.owner_suspended || client.suspended)
      return refuse("not_allowed", { facts: { limit: "side_stopped" satisfies LimitName } });

    const linked = await insertLink(tx, actor, {
      clientRowId: client.id,
      clientOrganisationId: client.organisation_id,
      clientId,
      sellerId,
      via: "operator",
      onBehalf: {
        sellerOrganisationId: seller.owner_organisation_id,
        desk: await findDeskName(tx, actor),
        because: reason,
      },
    });
    if (!linked.ok) return linked;
    const stale = await spendFormKey(tx, actor, linked.view.linkId);
    if (stale) return stale;
    return done({ goTo: `/operator/lookup/links/${linked.view.linkId}?done=linked` });
  });
}

/** Keeps both sides from being deleted before this is saved, before any row of theirs is held; whose account it is. */
async function keepSides(tx: Tx, sellerId: number, clientId: string) {
  const [account] = await tx
    .select({ id: sellers.ownerOrganisationId })
    .from(sellers)
    .where(eq(sellers.sellerId, sellerId));
  const [client] = await tx
    .select({ id: clients.organisationId })
    .from(clients)
    .where(and(eq(clients.clientId, clientId), isNull(clients.deletedAt)));
  // In one order, as every act on several of them.
  for (const id of [account?.id, client?.id].sort())
    if (id) await tx.execute(sql`select ${besideOthers(id)}`);
  return account?.id ?? null;
}

type HeldSeller = { owner_organisation_id: string | null; owner_suspended: boolean };

/** The account with its owner, who stays the owner until this is saved; undefined for an unknown or open test one. */
async function holdSeller(tx: Tx, sellerId: number) {
  const [seller] = await tx.execute<HeldSeller>(sql`select * from hold_seller(${sellerId})`);
  return seller;
}

type LockedClient = { organisation_id: string; suspended: boolean; deleted: boolean };

/** The client of that clientId, byte for byte, held so that its end or suspension comes before this or after it. */
async function lockClient(tx: Tx, clientId: string) {
  const [found] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.clientId, clientId), isNull(clients.deletedAt), isNull(clients.starterSince)));
  if (!found) return null;
  const [locked] = await tx.execute<LockedClient>(
    sql`select * from lock_client_for_link(${found.id}, ${now().toISOString()})`,
  );
  return locked && !locked.deleted ? { ...locked, id: found.id } : null;
}
