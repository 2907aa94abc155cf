import { setTimeout as sleep } from "node:timers/promises";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type { Sql, TransactionSql } from "postgres";
import { locksOf } from "./locks-of";

const [firstWaitMs, moreMs, longestWaitMs] = [400, 100, 3000] as const;
const patienceMs = 120_000;
/** Somebody held a lock, or waited for one of ours while we waited for theirs. */
const inTheWay = new Set(["55P03", "40P01"]);

/**
 * Applies what is missing, each migration in a transaction of its own, beside a portal that goes on: nobody waits long
 * behind one that waits for a lock, for it gives way and tries again, each time a little more patient. All in one
 * transaction would keep every lock to the end, and meet the portal's own in the wrong order.
 */
export async function applyMigrations(sql: Sql, folder: string): Promise<void> {
  // Of two that wait for each other the server ends who looks first: that is to be us, where the owner may say so.
  await sql`set deadlock_timeout = '100ms'`.catch(() => {});
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  const [last] = await sql`select max(created_at)::float8 as "when" from drizzle.__drizzle_migrations`;
  for (const migration of readMigrationFiles({ migrationsFolder: folder }))
    if (last?.when === null || last?.when < migration.folderMillis) await applyPatiently(sql, migration);
}

async function applyPatiently(sql: Sql, migration: MigrationMeta) {
  const deadline = performance.now() + patienceMs;
  for (let waitMs: number = firstWaitMs; ; waitMs = Math.min(waitMs + moreMs, longestWaitMs)) {
    try {
      return await applyOne(sql, migration, waitMs);
    } catch (error) {
      const { code = "" } = error as { code?: string };
      if (!inTheWay.has(code) || performance.now() > deadline) throw error;
      await sleep(50 + Math.random() * 200);
    }
  }
}

async function applyOne(sql: Sql, migration: MigrationMeta, waitMs: number) {
  const { sql: statements, hash, folderMillis } = migration;
  await sql.begin(async (tx) => {
    await tx`select set_config('lock_timeout', ${`${waitMs}ms`}, true)`;
    await lockAll(tx, statements);
    for (const statement of statements) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  });
}

/** Takes what the migration needs before it does anything: giving way then costs nothing. */
async function lockAll(tx: TransactionSql, statements: string[]) {
  const { exclusive, shared } = locksOf(statements);
  const there = await tx<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const named = (names: string[]) => there.map(({ name }) => name).filter((name) => names.includes(name));
  for (const [names, mode] of [
    [named(exclusive), "access exclusive"],
    [named(shared), "share row exclusive"],
  ] as const)
    if (names.length > 0)
      await tx.unsafe(`lock table ${names.map((name) => `"${name}"`).join(", ")} in ${mode} mode`);
}
