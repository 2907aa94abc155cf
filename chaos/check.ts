import { type SQL, sql } from "drizzle-orm";
import { findForeign } from "./find-foreign";
import { invariants } from "./invariants";

/** Asks the database as its superuser, or in an organisation's name as its pages would. */
export type Rows = <Row extends Record<string, unknown>>(
  query: SQL,
  organisationId?: string,
) => Promise<Row[]>;

/** What must be of a pair of a client and a seller account by all that was answered. */
export type Expected = { clientRowId: string; clientId: string; sellerId: number; isOpen: boolean };

/**
 * Everything that is wrong in the database, in words: rules that are broken, links that were acknowledged and are not
 * as they were left, and rows that an organisation sees of others.
 */
export async function check(
  rows: Rows,
  since: string,
  expected: Expected[],
  organisations: string[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, find } of invariants) {
    const broken = await rows(find(since));
    for (const row of broken.slice(0, 5)) wrong.push(`${name}: ${JSON.stringify(row)}`);
  }
  for (const { clientRowId, clientId, sellerId, isOpen } of expected) {
    const [row] = await rows<{ n: number }>(sql`select count(*)::int as n from seller_links
      where client_row_id = ${clientRowId} and seller_id = ${sellerId} and link_is_open(unlinked_at, expires_at, ends_at, now())`);
    if ((row?.n ?? 0) !== (isOpen ? 1 : 0))
      wrong.push(`${clientId} and ${sellerId} were left ${isOpen ? "linked" : "not linked"}, and are not so`);
  }
  for (const id of organisations) {
    for (const found of await findForeign(rows, id)) wrong.push(`organisation ${id} sees ${found}`);
  }
  return wrong;
}
