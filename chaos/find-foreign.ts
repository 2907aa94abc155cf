import { sql } from "drizzle-orm";
import type { Rows } from "./check";

/** Columns by which a row says whose it is; a row with two sides names both. */
const sides = [
  "organisation_id",
  "other_organisation_id",
  "client_organisation_id",
  "seller_organisation_id",
  "asking_organisation_id",
];

/** What is approved to be seen by all. */
const publicTables = ["listings"];

/**
 * Rows of others that an organisation would see: asks every table that names organisations as the role of pages, in
 * that organisation's name. What is open to all by design has no such column.
 */
export async function findForeign(rows: Rows, organisationId: string): Promise<string[]> {
  const tables = await rows<{ name: string; columns: string[] }>(sql`
    select c.relname as name, array_agg(a.attname::text) as columns from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = any(${sql.param(sides)}::text[]) and not a.attisdropped
    where c.relkind = 'r' and not c.relname = any(${sql.param(publicTables)}::text[]) and c.relnamespace = 'public'::regnamespace
      and has_table_privilege('portal_app', c.oid, 'select') group by c.relname order by 1`);
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const own = sql.join(
      columns.map((column) => sql`${sql.identifier(column)} is not distinct from ${organisationId}::uuid`),
      sql` or `,
    );
    const [row] = await rows<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)} where not (${own})`,
      organisationId,
    );
    if (row && row.n > 0) found.push(`${row.n} rows of ${name}`);
  }
  return found;
}
