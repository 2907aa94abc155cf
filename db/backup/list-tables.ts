import type { TransactionSql } from "postgres";
import type { TableLine, TableSum } from "./format";

/** Every table of the portal with the columns that are stored, in the order they stand in; computed ones are not. */
export async function listTables(tx: TransactionSql): Promise<TableLine[]> {
  const rows = await tx<TableLine[]>`
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`;
  return [...rows];
}

/** What a table holds, computed ones too: the sum does not depend on the order of the rows. */
export async function sumTable(tx: TransactionSql, table: string): Promise<TableSum> {
  const [row] = await tx<[TableSum]>`
    select count(*)::integer as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum
    from ${tx(table)} t`;
  return row;
}

/** Values look the same as text, whatever the server prefers. */
export async function settleText(tx: TransactionSql) {
  await tx.unsafe(
    "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; " +
      "set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'",
  );
}
