import { and, eq, isNull, sql } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { organisations, sellers } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { besideOthers } from "./hold-organisation";
import type { CreateSellerForOthersInput } from "./input";
import { nextSellerId } from "./next-seller-id";
import { tellConcerned } from "./tell-concerned";

/** Makes one more sandbox seller account for a seller's organisation, beyond the one that it may make itself. */
export async function createSellerForOthers(
  actor: Actor,
  { shopName, contactEmail, reason }: CreateSellerForOthersInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "create seller for others");
    if (refusal) return refusal;
    // Accounts of a real marketplace are opened there and come here by proof alone.
    if (env().AUTHORITY !== "builtin") return refuse("unavailable");
    const id = actor.key?.offered.organisation?.[0];
    if (!id) return refuse("not_found");
    await tx.execute(sql`select ${besideOthers(id)}`);
    const { kind, suspendedAt } = organisations;
    const [owner] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, id), eq(kind, "seller"), isNull(suspendedAt)));
    if (!owner) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;

    const sellerId = await nextSellerId(tx);
    const row = { sellerId, ownerOrganisationId: id, shopName, contactEmail, createdAt: now() };
    const made = await tx
      .insert(sellers)
      .values(row)
      .onConflictDoNothing()
      .returning({ sellerId: sellers.sellerId });
    // Somebody brought an account with this very number: the next try draws the next one.
    if (made.length === 0) return refuse("stale");
    await recordEvent(tx, actor, {
      type: "seller.created",
      organisationId: actor.organisationId,
      otherOrganisationId: id,
      sellerId,
      data: { by: "operator", words: reason },
    });
    const about = { what: String(sellerId), reason, path: "/seller" };
    await tellConcerned(tx, id, contactEmail, { kind: "seller-created-by-operator", ...about });
    return done({ goTo: `/operator/lookup/sellers/${sellerId}?done=created` });
  });
}
