import { sql } from "drizzle-orm";
import { asFounder } from "@/db/client";

let tables: string[] | undefined;

/**
 * One text per table that changes with any row in it, or with any that names `about`. What is only counted, to limit
 * it, is left out.
 */
export async function readRows(about = ""): Promise<Record<string, string>> {
  return asFounder(async (tx) => {
    tables ??= [
      ...(await tx.execute<{ name: string }>(
        sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'limit_counters'`,
      )),
    ].map(({ name }) => name);
    const every = tables.map(
      (
        name,
      ) => `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as state
        from public."${name}" t ${about && `where t::text like '%${about}%'`}`,
    );
    const rows = await tx.execute<{ name: string; state: string }>(sql.raw(every.join(" union all ")));
    return Object.fromEntries([...rows].map(({ name, state }) => [name, state]));
  });
}

/** The tables whose rows, of all or of those that name `about`, are not what they were before `work`. */
export async function changesOf(work: () => Promise<unknown>, about = "") {
  const before = await readRows(about);
  await work();
  const after = await readRows(about);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}
