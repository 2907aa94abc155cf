import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { wasOffered } from "../accounts/form-key";
import { inSeconds } from "../clock";
import { keptSeconds } from "./find-report";

/** The row of a report that this page was rendered for, locked until the end; false where it is gone or foreign. */
export async function findOwnReport(tx: Tx, actor: Actor, id: string) {
  if (!wasOffered(actor, "firstCallId", id)) return false;
  const rows = await tx
    .select({ id: firstCalls.id })
    .from(firstCalls)
    .where(
      and(
        eq(firstCalls.id, id),
        eq(firstCalls.organisationId, actor.organisationId),
        gt(firstCalls.createdAt, inSeconds(-keptSeconds)),
      ),
    )
    .for("no key update");
  return rows.length > 0;
}
