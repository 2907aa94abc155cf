import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { asFounder } from "./client";
import { rolledBack } from "./testing";

/** All that the login of tokens and calls may do, table by table; whatever it gains must be written here too. */
const granted = {
  clients: "SELECT",
  // What a token's own client ended, and what calls of the sandbox changed.
  ended_tokens: "INSERT SELECT",
  seller_changes: "INSERT SELECT UPDATE",
  secrets: "SELECT",
  seller_links: "SELECT",
  sellers: "SELECT",
  signing_keys: "SELECT",
};
const grantedColumns = ["organisations.id SELECT", "organisations.suspended_at SELECT"];
const callable = [
  "app_organisation",
  "keep_ends",
  "link_is_open",
  "name_fold",
  "record_uses",
  "rehash_secret",
  "take_limit",
];

it(
  "the login of the machines may do this and nothing more",
  rolledBack(async () => {
    const rows = await asFounder((tx) =>
      tx.execute<{ name: string; what: string }>(sql`
        select c.relname as name, string_agg(distinct a.privilege_type, ' ' order by a.privilege_type) as what
        from pg_class c cross join lateral aclexplode(c.relacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee in ('portal_machine'::regrole, 0)
        group by 1 order by 1`),
    );
    expect(Object.fromEntries(rows.map(({ name, what }) => [name, what]))).toEqual(granted);
  }),
);

it(
  "of single columns it reads these, and it takes on no other role",
  rolledBack(async () => {
    const columns = await asFounder((tx) =>
      tx.execute<{ what: string }>(sql`
        select c.relname || '.' || t.attname || ' ' || a.privilege_type as what from pg_attribute t join pg_class c on c.oid = t.attrelid
        cross join lateral aclexplode(t.attacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee in ('portal_machine'::regrole, 0)
        order by 1`),
    );
    expect(columns.map(({ what }) => what)).toEqual(grantedColumns);
    const roles = await asFounder((tx) =>
      tx.execute(sql`select roleid::regrole from pg_auth_members where member = 'portal_machine'::regrole`),
    );
    expect([...roles]).toEqual([]);
  }),
);

it(
  "and it may call these functions alone",
  rolledBack(async () => {
    const rows = await asFounder((tx) =>
      tx.execute<{ name: string }>(sql`
        select distinct p.proname as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and has_function_privilege('portal_machine', p.oid, 'execute')
          and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        order by 1`),
    );
    expect(rows.map(({ name }) => name)).toEqual(callable);
  }),
);
