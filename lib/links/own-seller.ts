import { and, asc, eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { sellers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import type { Viewer } from "../accounts/find-actor";
import { wasOffered } from "../accounts/form-key";
import { type Refusal, refuse } from "../result";

/** A seller account as its owners see it. */
export type SellerView = { sellerId: number; shopName: string };

/** The organisation's seller accounts, by number. */
export function listSellers(viewer: Viewer): Promise<SellerView[]> {
  return inOrganisation({ organisationId: viewer.organisation.id }, (tx) =>
    tx
      .select({ sellerId: sellers.sellerId, shopName: sellers.shopName })
      .from(sellers)
      .where(eq(sellers.ownerOrganisationId, viewer.organisation.id))
      .orderBy(asc(sellers.sellerId)),
  );
}

/** The posted seller account, if the form offered it and the organisation still owns it. */
export async function findOwnSeller(tx: Tx, actor: Actor, sellerId: number) {
  const unknown: Refusal = refuse("not_found", { fields: { sellerId: "bad_choice" } });
  if (!wasOffered(actor, "sellerId", String(sellerId))) return unknown;
  const [seller] = await tx
    .select({ sellerId: sellers.sellerId, shopName: sellers.shopName })
    .from(sellers)
    .where(and(eq(sellers.sellerId, sellerId), eq(sellers.ownerOrganisationId, actor.organisationId)));
  return seller ? { ok: true as const, view: seller } : unknown;
}
