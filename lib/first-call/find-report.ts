import { and, eq, gt, isNull } from "drizzle-orm";
import { asVisitor, inOrganisation } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { inSeconds } from "../clock";
import { isId } from "../id";
import type { Report } from "./report";

/** So long a report is kept. */
export const keptSeconds = 30 * 86_400;

/**
 * A report, for the members of the organisation it was made for, or for the very browser whose starter call it was.
 * Null for everybody else, for unknown ids, and after 30 days.
 */
export async function findReport(
  id: string,
  { viewer, visitorId }: { viewer: Viewer | null; visitorId: string },
): Promise<Report | null> {
  if (!isId(id)) return null;
  const recent = and(eq(firstCalls.id, id), gt(firstCalls.createdAt, inSeconds(-keptSeconds)));
  for (const { id: organisationId } of viewer?.organisations ?? []) {
    const own = and(recent, eq(firstCalls.organisationId, organisationId));
    const [row] = await inOrganisation({ organisationId }, (tx) => tx.select().from(firstCalls).where(own));
    if (row) return row.report as Report;
  }
  if (!visitorId) return null;
  const own = and(recent, isNull(firstCalls.organisationId), eq(firstCalls.visitorId, visitorId));
  const [row] = await asVisitor((tx) => tx.select().from(firstCalls).where(own));
  return row ? (row.report as Report) : null;
}
