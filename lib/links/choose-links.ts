import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type BulkAct, sellerLinks } from "@/db/schema";
import { inSeconds, now } from "../clock";
import { filterOfQuery } from "./link-filter";
import { meansNumber } from "./list-linked-sellers";
import { clientFacts, isNumberShaped, isOpenAt, narrowLinks, soonDays } from "./narrow-links";

/** The links that were ticked, or, where none was, all that a search finds. */
export type Choice = { links: string[]; query: string };

/** So many sellers one run takes at most. */
export const mostAtOnce = 10_000;

/**
 * One link, `id` and `seller_id`, for each seller that is meant, as they are at this moment: an open one before any
 * other, else the newest. For an act that ends or moves links, open ones only. Nothing of somebody else's client.
 */
export async function chooseLinks(tx: Tx, clientRowId: string, act: BulkAct, choice: Choice): Promise<SQL> {
  const at = now().toISOString();
  const filter = filterOfQuery(choice.query);
  const isNumber = isNumberShaped(filter.q) && (await meansNumber(tx, clientRowId, filter));
  const meant =
    choice.links.length > 0
      ? [inArray(sellerLinks.id, choice.links)]
      : narrowLinks({ ...filter }, at, isNumber);
  const open = isOpenAt(at);
  const where = and(eq(sellerLinks.clientRowId, clientRowId), ...meant, isForOpen(act) ? open : undefined);
  return sql`
    select distinct on (${sellerLinks.sellerId}) ${sellerLinks.id} as id, ${sellerLinks.sellerId} as seller_id
    from ${sellerLinks} join ${clientFacts(clientRowId, at)} on true where ${where}
    order by ${sellerLinks.sellerId}, ${open} desc, ${sellerLinks.createdAt} desc limit ${mostAtOnce + 1}`;
}

const isForOpen = (act: BulkAct) => act === "unlink" || act === "move";

/** A link that needs something of its seller: its time ends within thirty days, or ran out while its client works. */
export function needsSeller() {
  const at = now().toISOString();
  const soon = inSeconds(soonDays * 86_400).toISOString();
  const { clientRowId, unlinkedAt, expiresAt, endsAt, reason } = sellerLinks;
  return sql<boolean>`(case when ${isOpenAt(at)} then coalesce(least(${expiresAt}, ${endsAt}) < ${soon}, false)
    else coalesce(${reason}, 'lapsed') = 'lapsed' and coalesce(${unlinkedAt}, least(${expiresAt}, ${endsAt})) is not null
      and exists (select 1 from clients k where k.id = ${clientRowId} and k.suspended_at is null) end)`;
}

/** How many sellers an act would reach now, and how many of them a reminder could speak to. */
export async function countChosen(
  organisationId: string,
  clientRowId: string,
  act: BulkAct,
  choice: Choice,
): Promise<{ chosen: number; needing: number }> {
  return inOrganisation({ organisationId }, async (tx) => {
    const links = await chooseLinks(tx, clientRowId, act, choice);
    const [row] = await tx.execute<{ chosen: number; needing: number }>(sql`
      select count(*)::int as chosen, (count(*) filter (where ${needsSeller()}))::int as needing
      from (${links}) c join ${sellerLinks} on ${sellerLinks.id} = c.id`);
    return row ?? { chosen: 0, needing: 0 };
  });
}
