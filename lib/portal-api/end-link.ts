import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { endReasons } from "../links/input";
import { tellLinkEnded } from "../links/tell-link";
import type { ApiAnswer, ApiCall } from "./call";

/**
 * `DELETE /links/{sellerId}?reason=`: the client gives the link up, effective on the very next call. Both sides are
 * told. Again is fine; where there never was a link it is `not_found`.
 */
export async function endLink({ caller, named, query }: ApiCall): Promise<ApiAnswer> {
  const given = query.get("reason");
  if (given !== null && !endReasons.some((reason) => reason === given)) {
    return { code: "invalid_parameter", errors: { reason: [`One of ${endReasons.join(", ")}.`] } };
  }
  const sellerId = Number(named);
  const { organisationId, clientRowId } = caller;
  return inOrganisation(caller, async (tx) => {
    const at = now();
    const pair = and(eq(sellerLinks.clientRowId, clientRowId), eq(sellerLinks.sellerId, sellerId));
    const [link] = await tx
      .update(sellerLinks)
      .set({ unlinkedAt: at, reason: "partner" })
      .where(
        and(
          pair,
          isNull(sellerLinks.unlinkedAt),
          sql`link_is_open(null, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${at.toISOString()})`,
        ),
      )
      .returning();
    if (!link) {
      const [earlier] = await tx.select({ id: sellerLinks.id }).from(sellerLinks).where(pair).limit(1);
      return earlier ? { status: 204 } : { code: "not_found" as const };
    }
    await recordEvent(tx, caller, {
      type: "link.ended",
      organisationId,
      otherOrganisationId: link.sellerOrganisationId,
      clientRowId,
      sellerId,
      data: { linkId: link.id, reason: "partner", given },
    });
    await tellLinkEnded(tx, caller, link);
    return { status: 204 };
  });
}
