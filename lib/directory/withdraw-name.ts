import { and, eq, isNull } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { namePermits } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { WithdrawNameInput } from "./desk-input";
import { tellNamePermit } from "./tell-name-permit";

/** Takes a proposal or a permission back; an entry that has the name already stays as it is. */
export async function withdrawName(
  actor: Actor,
  { permitId, reason }: WithdrawNameInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "withdraw name");
    if (refusal) return refusal;
    if (!wasOffered(actor, "permitId", permitId)) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, permitId);
    if (stale) return stale;
    const [permit] = await tx
      .update(namePermits)
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
      .where(and(eq(namePermits.id, permitId), isNull(namePermits.withdrawnAt)))
      .returning();
    if (!permit) return refuse("stale");
    const { organisationId: otherOrganisationId, name, confirmedAt } = permit;
    const { organisationId } = actor;
    const data = { permitId, name, reason };
    await recordEvent(tx, actor, { type: "name.withdrawn", organisationId, otherOrganisationId, data });
    // Of a mere proposal nobody was told.
    if (confirmedAt) await tellNamePermit(tx, otherOrganisationId, { name, reason, decision: "withdrawn" });
    return done({ goTo: "/operator/names?done=withdrawn" });
  });
}
