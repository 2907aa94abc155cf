import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, clients, invitations } from "@/db/schema";
import { recordEvents } from "../audit/record-event";
import { now } from "../clock";
import type { BulkItem, BulkRun, Skipped, Starter } from "./run-bulk-items";

/** Takes the requests of an earlier run back that nobody has answered; of the others nothing changes. */
export async function withdrawMoves(
  tx: Tx,
  run: BulkRun,
  starter: Starter,
  items: BulkItem[],
): Promise<Skipped> {
  const at = now();
  const ids = items.map(({ linkId }) => linkId);
  // Whoever deletes the asking client ends its requests too, and comes before or after.
  await tx
    .select({ id: clients.id })
    .from(clients)
    .where(eq(clients.id, run.data.to ?? ""))
    .for("key share");
  const open = await tx
    .select({ id: invitations.id, linkId: bulkItems.linkId, clientRowId: invitations.clientRowId })
    .from(bulkItems)
    .innerJoin(invitations, eq(invitations.id, bulkItems.invitationId))
    .where(
      and(
        eq(bulkItems.bulkRunId, run.data.undoes ?? ""),
        inArray(bulkItems.linkId, ids),
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, at),
      ),
    )
    .orderBy(asc(invitations.id))
    .for("no key update", { of: invitations });
  if (open.length > 0) {
    const which = inArray(
      invitations.id,
      open.map(({ id }) => id),
    );
    await tx.update(invitations).set({ withdrawnAt: at, withdrawnBy: starter.personId }).where(which);
  }
  const events = open.map(({ id, clientRowId }) => ({
    type: "invitation.withdrawn" as const,
    organisationId: run.organisationId,
    clientRowId,
    data: { invitationId: id, bulkId: run.id },
  }));
  await recordEvents(tx, starter, events);
  const withdrawn = new Set(open.map(({ linkId }) => linkId));
  return new Map(ids.filter((id) => !withdrawn.has(id)).map((id) => [id, "answered"]));
}
