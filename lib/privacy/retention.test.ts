import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { rolledBack } from "@/db/testing";
import { ask } from "../accounts/act.testing";
import { retention, retentionSteps } from "./retention";

const tables: string[] = Object.values(retention).flatMap((rule) => Object.keys(rule.tables));

/** Tables in which nobody stands, each with its reason. */
const aboutNobody: Record<string, string> = {
  job_runs: "when the worker's jobs ran",
  signing_keys: "the keys that sign tokens",
};

it(
  "every table has its rule, once, and every rule its table",
  rolledBack(async () => {
    const rows = await ask<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public'`,
    );
    expect(tables.filter((name, index) => tables.indexOf(name) !== index)).toEqual([]);
    expect([...tables, ...Object.keys(aboutNobody)].sort()).toEqual(rows.map(({ name }) => name).sort());
  }),
);

it(
  "a table that is about nobody has no column that could name somebody",
  rolledBack(async () => {
    const rows = await ask<{ table: string; column: string }>(sql`
      select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'
        and column_name ~ '(email|recipient|address|user_agent|person|visitor|organisation|_by$|_by_name$|actor|note|body|message|phone|number$)'`);
    const named = rows.filter(({ table }) => table in aboutNobody);
    expect(named).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  }),
);

it(
  "each step is one the database understands, deleting or emptying",
  rolledBack(async () => {
    for (const { table, where, set } of retentionSteps()) {
      const name = sql.identifier(table);
      const what = set ? sql`update ${name} set ${set}` : sql`delete from ${name}`;
      await ask(sql`explain ${what} where ${where}`);
    }
    expect(retentionSteps().length).toBeGreaterThan(20);
  }),
);
