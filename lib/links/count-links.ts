import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { inSeconds, now } from "../clock";
import { soonDays } from "./narrow-links";

/** What the links of one client come to, each number counted up to a thousand. */
export type LinkCountsView = {
  clientRowId: string;
  clientId: string;
  open: number;
  newThisWeek: number;
  failing: number;
  endingSoon: number;
  notTold: number;
};

/** Beyond so many a number is no longer counted, only said to be more. */
export const countedUpTo = 1000;
const weekSeconds = 7 * 86_400;

/** The numbers of the organisation's own clients, or of one of them, the newest client first; at most twenty. */
export async function countLinks(organisationId: string, clientRowId?: string): Promise<LinkCountsView[]> {
  const at = now().toISOString();
  const soon = inSeconds(soonDays * 86_400).toISOString();
  const weekAgo = inSeconds(-weekSeconds).toISOString();
  const open = sql`link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at})`;
  const few = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from (select 1 from seller_links l where l.client_row_id = c.id and ${open} and ${condition}
      limit ${countedUpTo}) few)`;
  return inOrganisation({ organisationId }, async (tx) => [
    ...(await tx.execute<LinkCountsView>(sql`
      select c.id as "clientRowId", c.client_id as "clientId", ${few(sql`true`)} as open,
        ${few(sql`l.created_at > ${weekAgo}`)} as "newThisWeek",
        ${few(sql`l.failing_since is not null`)} as failing,
        ${few(sql`least(l.expires_at, l.ends_at) < ${soon}`)} as "endingSoon",
        ${few(sql`l.told_at is null`)} as "notTold"
      from clients c where c.organisation_id = ${organisationId} and ${clientRowId ? sql`c.id = ${clientRowId}` : sql`c.deleted_at is null`}
      order by c.created_at desc, c.id desc limit 20`)),
  ]);
}
