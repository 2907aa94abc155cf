import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { claimRequests, members, organisations, people } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { claimDecidedLetter } from "../mail/letters/claims";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey, wasOffered } from "./form-key";
import type { DecideClaimInput } from "./input";

/**
 * Answers somebody who proved a seller account that the organisation owns: accepted, they become a viewer here;
 * declined, nothing changes. The account itself never moves.
 */
export async function decideClaim(
  actor: Actor,
  { requestId, do: decision }: DecideClaimInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "decide claim");
    if (refusal) return refusal;
    if (!wasOffered(actor, "requestId", requestId)) return refuse("not_found");
    const { organisationId } = actor;
    const isOwn = and(eq(claimRequests.id, requestId), eq(claimRequests.organisationId, organisationId));
    const known = await tx.select({ id: claimRequests.id }).from(claimRequests).where(isOwn);
    if (known.length === 0) return refuse("not_found");
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;

    const times = decision === "accept" ? { acceptedAt: now() } : { declinedAt: now() };
    const [decided] = await tx
      .update(claimRequests)
      .set({ ...times, decidedBy: actor.personId })
      .where(and(isOwn, isNull(claimRequests.acceptedAt), isNull(claimRequests.declinedAt)))
      .returning();
    if (!decided) return refuse("expired");
    const { personId, sellerId, askingOrganisationId } = decided;
    if (decision === "accept") {
      // Somebody who is a member already keeps the role they have.
      await tx
        .insert(members)
        .values({ organisationId, personId, role: "viewer", createdAt: now() })
        .onConflictDoNothing();
    }
    await recordEvent(tx, actor, {
      type: decision === "accept" ? "claim.accepted" : "claim.declined",
      organisationId,
      otherOrganisationId: askingOrganisationId,
      sellerId,
      data: { requestId },
    });
    await tellAsker(tx, actor, personId, sellerId, decision);
    return done({
      goTo: `/seller?done=${decision === "accept" ? "claimAccepted" : "claimDeclined"}#accounts`,
    });
  });
}

async function tellAsker(
  tx: Tx,
  actor: Actor,
  personId: string,
  sellerId: number,
  decision: DecideClaimInput["do"],
) {
  const [person] = await tx
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId));
  if (!person || !organisation) return;
  const facts = {
    name: person.name,
    companyName: organisation.name,
    sellerId,
    href: `${env().PUBLIC_URL}/seller`,
  };
  await send(tx, person.email, (language) => claimDecidedLetter(language, decision, facts));
}
