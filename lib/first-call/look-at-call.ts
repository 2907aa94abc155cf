import { eq } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { firstCalls, organisations } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { isId } from "../id";
import { recordLook } from "../links/record-look";
import type { Report } from "./report";

/** A report as whoever made the call sees it; nobody's where a visitor made it with the starter client. */
export type CallLook = { report: Report; organisation: { id: string; name: string } | null };

/** The redacted report of a first call, for the operator who looks; null once it is gone. The look is an event. */
export async function lookAtCall(viewer: Viewer, id: string): Promise<CallLook | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const [found] = await tx
      .select({ report: firstCalls.report, organisationId: organisations.id, name: organisations.name })
      .from(firstCalls)
      .leftJoin(organisations, eq(organisations.id, firstCalls.organisationId))
      .where(eq(firstCalls.id, id));
    if (!found) return null;
    const { organisationId, name } = found;
    await recordLook(tx, viewer, { kind: "first_call", organisationId, data: { firstCallId: id } });
    const organisation = organisationId && name ? { id: organisationId, name } : null;
    return { report: found.report as Report, organisation };
  });
}
