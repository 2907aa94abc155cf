import { desc, eq, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { clientReviews, clients } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";

/** Where the review of a client stands, as its owners see it. */
export type ReviewView =
  | { state: "none" }
  | { state: "waiting"; at: Date; sentence: string }
  | { state: "rejected"; at: Date; reason: string }
  /** `at` is null where it counts as reviewed by its organisation's entry in the directory. */
  | { state: "approved"; at: Date | null };

/** The review of one of the organisation's clients: approved, or else its last request. */
export async function findReview(viewer: Viewer, clientRowId: string): Promise<ReviewView> {
  return inOrganisation({ organisationId: viewer.organisation.id }, async (tx) => {
    const [client] = await tx
      .select({ reviewedAt: clients.reviewedAt, reviewed: sql<boolean>`is_reviewed(${clients.id})` })
      .from(clients)
      .where(eq(clients.id, clientRowId));
    if (client?.reviewed) return { state: "approved", at: client.reviewedAt };
    const [last] = await tx
      .select()
      .from(clientReviews)
      .where(eq(clientReviews.clientRowId, clientRowId))
      .orderBy(desc(clientReviews.requestedAt), desc(clientReviews.id))
      .limit(1);
    if (!last) return { state: "none" };
    if (!last.decidedAt) return { state: "waiting", at: last.requestedAt, sentence: last.sentence };
    return { state: "rejected", at: last.decidedAt, reason: last.reason ?? "" };
  });
}
