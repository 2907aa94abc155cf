import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { connect } from "./client";
import { withMigrationsUntil } from "./cut-migrations";
import { logins } from "./make-logins";
import { migrateDatabase } from "./migrate";
import { fillFirstSchema } from "./rehearsal/fill-first-schema";
import { oldActs } from "./rehearsal/old-statements";

const name = `portal_forward_${process.pid}`;
const url = () => inject("clusterUrl") + name;
let admin: Sql;
let sql: Sql;

beforeAll(async () => {
  admin = connect(`${inject("clusterUrl")}postgres`, { max: 1 });
  await admin`create database ${admin(name)}`;
  sql = connect(url(), { max: 2 });
  await withMigrationsUntil(
    ({ tag }) => tag === "0002_domains",
    (folder) => migrateDatabase(url(), logins, folder),
  );
});

afterAll(async () => {
  await sql.end({ timeout: 2 });
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end({ timeout: 2 });
});

type Column = { table: string; column: string };

/** Every row of every table of then as its columns of then, hashed. */
async function hashRows(columns: Column[]) {
  const found: Record<string, string> = {};
  for (const table of new Set(columns.map((one) => one.table))) {
    const its = columns.filter((one) => one.table === table).map(({ column }) => column);
    const [row] = await sql`select count(*) || ' ' || md5(string_agg(r::text, E'\n' order by r::text)) as hash
      from (select ${sql(its)} from ${sql(table)}) r`;
    found[table] = row?.hash;
  }
  return found;
}

test("from the first schema to the newest no row is lost or changed, and the first release works on", async () => {
  await fillFirstSchema(sql, 400);
  const columns = await sql<Column[]>`select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`;
  const before = await hashRows([...columns]);
  // Every table of then has rows: an empty one would prove nothing.
  expect(Object.entries(before).filter(([, hash]) => hash === null || hash.startsWith("0 "))).toEqual([]);
  for (const { run } of oldActs) await run(sql, 0);
  const settled = await hashRows([...columns]);

  await migrateDatabase(url(), logins);

  expect(await hashRows([...columns])).toEqual(settled);
  const unproven =
    await sql`select conrelid::regclass::text as "table", conname from pg_constraint where not convalidated`;
  expect(unproven).toEqual([]);
  for (const { name, run } of oldActs) await expect(run(sql, 1), name).resolves.toBeUndefined();
});
