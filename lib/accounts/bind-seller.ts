import { and, eq, isNull, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { members, organisations, people, sellers } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { env } from "../env";
import { foldEmail } from "../input";
import { sellerBoundLetter } from "../mail/letters/claims";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import { besideOthers } from "./hold-organisation";
import type { BindSellerInput } from "./input";

/**
 * Binds a seller account that nobody owns to the seller's organisation of that owner, with its links, on the
 * operator's word and for a reason that is kept. The new owner and the account's recorded contact get a letter.
 */
export async function bindSeller(
  actor: Actor,
  { sellerId, email, reason }: BindSellerInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "bind seller");
    if (refusal) return refusal;
    const [account] = await tx
      .select({ ownerId: sellers.ownerOrganisationId, contact: sellers.contactEmail })
      .from(sellers)
      .where(and(eq(sellers.sellerId, sellerId), isNull(sellers.openTestSince)));
    if (!account) return refuse("not_found", { fields: { sellerId: "bad_choice" } });
    if (account.ownerId) return refuse("taken", { fields: { sellerId: "bad_choice" } });
    // Looked at again once none of them can be deleted any more: an account must not go to one that is no more.
    for (const { organisationId } of await findOwnersOfSellers(tx, email))
      await tx.execute(sql`select ${besideOthers(organisationId)}`);
    const [owner, ...others] = await findOwnersOfSellers(tx, email);
    // Somebody who owns two companies must be asked which; the desk does not guess.
    if (!owner || others.length > 0) return refuse("not_found", { fields: { email: "bad_choice" } });
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;

    const { organisationId, companyName } = owner;
    const [row] = await tx.execute<{ bound: boolean }>(
      sql`select bind_seller(${sellerId}, ${organisationId}) as bound`,
    );
    if (!row?.bound) return refuse("taken", { fields: { sellerId: "bad_choice" } });
    await recordEvent(tx, actor, {
      type: "seller.bound",
      organisationId: actor.organisationId,
      otherOrganisationId: organisationId,
      sellerId,
      data: { reason },
    });
    const about = { sellerId, companyName, href: `${env().PUBLIC_URL}/links` };
    for (const to of new Set([owner.email, account.contact]))
      await send(tx, to, (language) => sellerBoundLetter(language, about));
    return done({ goTo: "/operator/sellers?done=bound" });
  });
}

/** The sellers' organisations that the holder of this address owns. */
async function findOwnersOfSellers(tx: Tx, email: string) {
  return tx
    .select({ organisationId: organisations.id, companyName: organisations.name, email: people.email })
    .from(people)
    .innerJoin(members, and(eq(members.personId, people.id), eq(members.role, "owner")))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        eq(people.emailFold, foldEmail(email)),
        eq(organisations.kind, "seller"),
        isNull(organisations.suspendedAt),
      ),
    );
}
