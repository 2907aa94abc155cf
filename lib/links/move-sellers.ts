import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type SkipReason, sellerLinks } from "@/db/schema";
import { now } from "../clock";
import type { Refusal } from "../result";
import { insertInvitations, type NewInvitation } from "./insert-invitations";
import { linkedSellersOf } from "./linked-sellers-of";
import { isOpenAt } from "./narrow-links";
import { findInvitingClient } from "./offered-client";
import type { BulkItem, BulkRun, Skipped, Starter } from "./run-bulk-items";

type Movable = { id: string; sellerId: number; reference: string; why: SkipReason | null };

/**
 * Asks the owner of each of these accounts to let another client of the same owner in: an ordinary request with its
 * letter, which remembers the link it takes the place of. That link goes on until the request is accepted.
 */
export async function moveSellers(
  tx: Tx,
  run: BulkRun,
  starter: Starter,
  items: BulkItem[],
): Promise<Skipped> {
  // The client before its links, as whoever links it does.
  const target = await findInvitingClient(tx, run, run.data.to ?? "");
  if (!target.ok) return new Map(items.map(({ linkId }) => [linkId, "target_gone"]));
  const links = await findMovable(tx, run, items);
  const there = await linkedSellersOf(
    tx,
    target.view.id,
    links.map(({ sellerId }) => sellerId),
  );
  const skipped: Skipped = new Map();
  for (const { id, sellerId, why } of links) {
    const reason = why ?? (there.has(sellerId) ? "linked_there" : null);
    if (reason) skipped.set(id, reason);
  }
  const asked = links.filter(({ id }) => !skipped.has(id));
  if (asked.length === 0) return skipped;
  const sender = { ...starter, organisationId: run.organisationId };
  const answers = await insertInvitations(tx, sender, target.view, asked.map(toRequest));
  const made: { linkId: string; invitationId: string }[] = [];
  for (const [index, { id }] of asked.entries()) {
    const answer = answers[index];
    if (answer?.ok) made.push({ linkId: id, invitationId: answer.view.id });
    else skipped.set(id, whyNot(answer));
  }
  await remember(tx, run, made);
  return skipped;
}

/** The links, held, with why nobody can be asked; null where somebody can. */
async function findMovable(tx: Tx, run: BulkRun, items: BulkItem[]): Promise<Movable[]> {
  const ids = items.map(({ linkId }) => linkId);
  const ours = and(inArray(sellerLinks.id, ids), eq(sellerLinks.clientOrganisationId, run.organisationId));
  const { id, sellerId, sellerOrganisationId: owner, reference } = sellerLinks;
  const rows = await tx
    .select({ id, sellerId, owner, reference, open: isOpenAt(now().toISOString()) })
    .from(sellerLinks)
    .where(ours)
    .orderBy(asc(id))
    .for("no key update");
  return rows.map(({ id, sellerId, owner, reference, open }) => ({
    ...{ id, sellerId, reference: reference ?? "" },
    why: !open ? "ended" : owner === null ? "nobody" : owner === run.organisationId ? "needs_nothing" : null,
  }));
}

function toRequest({ id, sellerId, reference }: Movable): NewInvitation {
  return {
    reference,
    expectedSellerId: sellerId,
    addressee: { sellerId },
    expires: "30d",
    movesLinkId: id,
  };
}

const whyNot = (refusal: Refusal | undefined): SkipReason =>
  refusal?.code === "taken" ? "asked_already" : "requests_full";

/** Which request was made of which seller, so that the run can tell what came of it. */
async function remember(tx: Tx, run: BulkRun, made: { linkId: string; invitationId: string }[]) {
  const links = sql.param(made.map(({ linkId }) => linkId));
  const asked = sql.param(made.map(({ invitationId }) => invitationId));
  await tx.execute(sql`
    update bulk_items i set invitation_id = u.asked
    from unnest(${links}::uuid[], ${asked}::uuid[]) as u(link, asked)
    where i.bulk_run_id = ${run.id} and i.link_id = u.link`);
}
