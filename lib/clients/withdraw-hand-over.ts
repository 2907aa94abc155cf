import { and, eq, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { handOvers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import type { WithdrawHandOverInput } from "./input";

/** Takes a hand-over back before it was opened; its link works no more. One that was opened stays opened. */
export async function withdrawHandOver(
  actor: Actor,
  { handOverId }: WithdrawHandOverInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "withdraw hand-over");
    if (refusal) return refusal;
    if (!wasOffered(actor, "handOverId", handOverId)) return refuse("not_found");
    const isOwn = and(eq(handOvers.id, handOverId), eq(handOvers.organisationId, actor.organisationId));
    const [known] = await tx.select({ clientRowId: handOvers.clientRowId }).from(handOvers).where(isOwn);
    if (!known) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, known.clientRowId);
    if (stale) return stale;
    const withdrawn = await tx
      .update(handOvers)
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
      .where(and(isOwn, isNull(handOvers.openedAt), isNull(handOvers.withdrawnAt)))
      .returning({ label: handOvers.label });
    if (!withdrawn[0]) return refuse("expired");
    await recordEvent(tx, actor, {
      type: "hand_over.withdrawn",
      organisationId: actor.organisationId,
      clientRowId: known.clientRowId,
      data: { handOverId, label: withdrawn[0].label },
    });
    return done({ goTo: `/clients/${known.clientRowId}?done=handOverWithdrawn#hand-over` });
  });
}
