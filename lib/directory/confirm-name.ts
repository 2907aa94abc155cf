import { and, eq, isNull, ne } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { namePermits } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { ConfirmNameInput } from "./desk-input";
import { listOperators } from "./list-operators";
import { tellNamePermit } from "./tell-name-permit";

/** Confirms a protected name, once, by another person than proposed it; from then on the company may carry it. */
export async function confirmName(
  actor: Actor,
  { permitId }: ConfirmNameInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "confirm name");
    if (refusal) return refusal;
    if (!wasOffered(actor, "permitId", permitId)) return refuse("not_found");
    const [permit] = await tx.select().from(namePermits).where(eq(namePermits.id, permitId));
    if (!permit) return refuse("not_found");
    if (permit.proposedBy === actor.personId) {
      const others = (await listOperators(tx)).filter(({ personId }) => personId !== actor.personId);
      return refuse("not_allowed", { facts: { who: others.map(({ name }) => name).join(", ") } });
    }
    const stale = await spendFormKey(tx, actor, permitId);
    if (stale) return stale;
    const confirmed = await tx
      .update(namePermits)
      .set({ confirmedAt: now(), confirmedBy: actor.personId })
      .where(
        and(
          eq(namePermits.id, permitId),
          isNull(namePermits.confirmedAt),
          isNull(namePermits.withdrawnAt),
          ne(namePermits.proposedBy, actor.personId),
        ),
      )
      .returning({ id: namePermits.id });
    if (confirmed.length === 0) return refuse("stale");
    const { organisationId: otherOrganisationId, name, reason } = permit;
    const { organisationId } = actor;
    const data = { permitId, name };
    await recordEvent(tx, actor, { type: "name.confirmed", organisationId, otherOrganisationId, data });
    await tellNamePermit(tx, otherOrganisationId, { name, reason, decision: "confirmed" });
    return done({ goTo: "/operator/names?done=confirmed" });
  });
}
