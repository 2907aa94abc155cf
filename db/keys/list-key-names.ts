import type { Sql, TransactionSql } from "postgres";

/** What a process knows of its keys; the rows name them by these ids. */
export type KeyKind = "pepper" | "key";

/** A column whose values name a key: a pepper in a column of its own, an encryption key at the front of the text. */
export type NamingColumn = { table: string; column: string; kind: KeyKind };

/** How many rows of a table name a key. */
export type KeyName = NamingColumn & { id: string; rows: number };

/**
 * The columns that name keys, out of the database's own catalogue, so that a new table cannot be forgotten: what
 * is sealed has `sealed_` in its name, what names a pepper `pepper_id`.
 */
export async function listNamingColumns(sql: Sql | TransactionSql): Promise<NamingColumn[]> {
  const rows = await sql<NamingColumn[]>`
    select c.table_name as "table", c.column_name as "column",
      case when c.column_name = 'pepper_id' then 'pepper' else 'key' end as kind
    from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and (c.column_name = 'pepper_id' or c.column_name like '%sealed\\_%')
    order by 1, 2`;
  return [...rows];
}

/**
 * How many rows name each key. Of secrets only those that still work, or will be looked at: a secret that has ended
 * needs its pepper no more.
 */
export async function listKeyNames(sql: Sql | TransactionSql): Promise<KeyName[]> {
  const found: KeyName[] = [];
  for (const naming of await listNamingColumns(sql)) {
    const { table, column, kind } = naming;
    const id = kind === "pepper" ? sql`${sql(column)}` : sql`split_part(${sql(column)}, '.', 1)`;
    const still =
      table === "secrets" ? sql`and retired_at is null and (ends_at is null or ends_at > now())` : sql``;
    const counts = await sql<{ id: string; rows: number }[]>`
      select ${id} as id, count(*)::integer as rows from ${sql(table)}
      where ${sql(column)} <> '' ${still} group by 1 order by 1`;
    found.push(...counts.map((count) => ({ ...naming, ...count })));
  }
  return found;
}
