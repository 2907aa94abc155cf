import { eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { done, type Result, refuse } from "../result";
import { makeLinkToken } from "../secrets";
import { findOwnReport } from "./own-report";
import type { ShareReportInput } from "./share-input";

/** A link to a report, just made. `url` holds its token, here and never again. */
export type SharedReportView = { url: string; expiresAt: string; isFrameStale: true };

const lifeSeconds = 7 * 86_400;

/**
 * Makes a link by which anybody may read a report of the organisation for seven days, without what only members know.
 * One that was made before works no more.
 */
export async function shareReport(
  actor: Actor,
  { firstCallId }: ShareReportInput,
): Promise<Result<SharedReportView>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "share report");
    if (refusal) return refusal;
    const found = await findOwnReport(tx, actor, firstCallId);
    if (!found) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, firstCallId);
    if (stale) return stale;
    const { token, hash } = makeLinkToken();
    const expiresAt = inSeconds(lifeSeconds);
    await tx
      .update(firstCalls)
      .set({
        shareOldHashes: sql`case when ${firstCalls.shareHash} is null then ${firstCalls.shareOldHashes}
          else array_append(${firstCalls.shareOldHashes}, ${firstCalls.shareHash}) end`,
        shareHash: hash,
        sharedAt: now(),
        sharedBy: actor.personId,
        shareExpiresAt: expiresAt,
        shareEndedAt: null,
      })
      .where(eq(firstCalls.id, firstCallId));
    const { organisationId } = actor;
    await recordEvent(tx, actor, { type: "report.shared", organisationId, data: { firstCallId } });
    const url = `${env().PUBLIC_URL}/first-call/shared/${token}`;
    return done({ url, expiresAt: expiresAt.toISOString(), isFrameStale: true });
  });
}
