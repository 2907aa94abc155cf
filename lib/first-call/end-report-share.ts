import { and, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { done, type Result, refuse } from "../result";
import { findOwnReport } from "./own-report";
import type { EndReportShareInput } from "./share-input";

/** Ends the link to a report at once. */
export async function endReportShare(
  actor: Actor,
  { firstCallId }: EndReportShareInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "end report share");
    if (refusal) return refusal;
    const found = await findOwnReport(tx, actor, firstCallId);
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, firstCallId);
    if (stale) return stale;
    const ended = await tx
      .update(firstCalls)
      .set({ shareEndedAt: now() })
      .where(
        and(
          eq(firstCalls.id, firstCallId),
          sql`${firstCalls.shareHash} is not null and ${firstCalls.shareEndedAt} is null`,
        ),
      )
      .returning({ id: firstCalls.id });
    // A colleague or another tab was faster.
    if (ended.length === 0) return refuse("stale");
    const { organisationId } = actor;
    await recordEvent(tx, actor, { type: "report.share_ended", organisationId, data: { firstCallId } });
    return done({ goTo: `/first-call/${firstCallId}?done=unshared#share` });
  });
}
