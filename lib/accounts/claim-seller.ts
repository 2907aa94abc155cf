import { eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { claims, organisations } from "@/db/schema";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { claimCodeLetter } from "../mail/letters/claims";
import { send } from "../mail/send";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { atLeast } from "./at-least";
import { hashClaimCode, makeClaimCode } from "./claim-code";
import { spendFormKey } from "./form-key";
import type { ClaimSellerInput } from "./input";
import { mayMailIn } from "./mail-limit";
import { tooMany } from "./too-many";

const lifeSeconds = 1800;
const perOrganisation: Limit = { name: "claim", max: 5, windowSeconds: 3600 };

/**
 * Says that a seller account is the organisation's: a code goes to the account's recorded contact, if there is such
 * an account. Nobody learns whether there is: the answer is the same, and so are its time and the row it leaves.
 */
export function claimSeller(actor: Actor, { sellerId }: ClaimSellerInput): Promise<Result<{ goTo: string }>> {
  return atLeast(200, () =>
    inOrganisation(actor, async (tx) => {
      const refusal = await allow(tx, actor, "claim seller");
      if (refusal) return refusal;
      const claimId = newId();
      const stale = await spendFormKey(tx, actor, claimId);
      if (stale) return stale;
      const room = await takeLimitIn(tx, perOrganisation, actor.organisationId);
      if (!room.allowed) return tooMany(room.retryAfterSeconds);
      const code = makeClaimCode();
      const isMailed = await mailCode(tx, actor, sellerId, code);
      await tx.insert(claims).values({
        id: claimId,
        organisationId: actor.organisationId,
        personId: actor.personId,
        sellerId,
        codeHash: isMailed ? hashClaimCode(claimId, code) : null,
        createdAt: now(),
        expiresAt: inSeconds(lifeSeconds),
      });
      return done({ goTo: "/seller?done=claimAsked#add-account" });
    }),
  );
}

/** Five codes an hour go to one contact, whoever asks: more would be a flood, and tries at guessing. */
async function mailCode(tx: Tx, actor: Actor, sellerId: number, code: string) {
  const [row] = await tx.execute<{ email: string | null }>(
    sql`select contact_of_seller(${sellerId}::bigint) as email`,
  );
  const email = row?.email;
  if (!(await mayMailIn(tx, email ?? `nobody ${sellerId}`, "claim-code")) || !email) return false;
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId));
  const asker = { name: actor.name, companyName: organisation?.name ?? "" };
  const facts = { ...asker, sellerId, code, href: `${env().PUBLIC_URL}/seller#add-account` };
  await send(tx, email, (language) => claimCodeLetter(language, facts), actor.language);
  return true;
}
