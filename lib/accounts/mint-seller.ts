import { eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { organisations, sellers } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { done, type LimitName, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { nextSellerId } from "./next-seller-id";

const mostDraws = 20;

/** Makes one extra sandbox seller account for the organisation; the unique index lets no second one exist. */
export async function mintSeller(actor: Actor): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "mint seller");
    if (refusal) return refusal;
    // Accounts of a real marketplace are opened there and come here by proof alone.
    if (env().AUTHORITY !== "builtin") return refuse("unavailable");
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    const { organisationId } = actor;
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    const account = {
      ownerOrganisationId: organisationId,
      extraOfOrganisationId: organisationId,
      shopName: `${organisation?.name} 2`,
      contactEmail: actor.email,
      createdAt: now(),
    };
    const sellerId = await insertExtraSeller(tx, account);
    if (!sellerId) return refuse("limit", { facts: { limit: "extra_seller" satisfies LimitName } });
    await recordEvent(tx, actor, { type: "seller.created", organisationId, sellerId });
    return done({ goTo: "/seller?done=minted#add-account" });
  });
}

type Extra = Omit<typeof sellers.$inferInsert, "sellerId"> & { extraOfOrganisationId: string };

/** The SellerId of the extra account, or null where there is one already. A number that somebody brought is left out. */
async function insertExtraSeller(tx: Tx, account: Extra) {
  for (let draw = 0; draw < mostDraws; draw++) {
    const sellerId = await nextSellerId(tx);
    const minted = await tx
      .insert(sellers)
      .values({ sellerId, ...account })
      .onConflictDoNothing()
      .returning({ sellerId: sellers.sellerId });
    if (minted.length > 0) return sellerId;
    const [extra] = await tx
      .select({ sellerId: sellers.sellerId })
      .from(sellers)
      .where(eq(sellers.extraOfOrganisationId, account.extraOfOrganisationId));
    if (extra) return null;
  }
  throw new Error(`${mostDraws} fresh SellerIds in a row were taken`);
}
