import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Sql, TransactionSql } from "postgres";
import { connect } from "../client";
import { withMigrationsUntil } from "../cut-migrations";
import type { Postgres } from "../embedded";
import { logins } from "../make-logins";
import { migrateDatabase } from "../migrate";
import { type Header, readParts, type TableLine, type Trailer } from "./format";
import { listTables, settleText, sumTable } from "./list-tables";

const fresh = "portal_restoring";
const replaced = "portal_replaced";
/** So many transactions may have come after the backup whose events somebody's cursor stands at. */
const aheadXids = 20_000;

/** What a backup holds cannot be put under the schema of this version. */
export class OtherVersion extends Error {}

/**
 * Puts a checked backup into the place of the database `portal` of this server: beside it first, under the schema of
 * its time, held against the sums of the backup, brought to this version's schema, and only then exchanged in one
 * step. Whatever fails leaves `portal` as it was.
 */
export async function restoreBackup(
  server: Pick<Postgres, "superUrl">,
  path: string,
  { header, trailer }: { header: Header; trailer: Trailer },
  options: { dropsKeys: boolean },
): Promise<void> {
  const last = findMigration(header);
  const admin = connect(server.superUrl("postgres"), { max: 1, idle_timeout: undefined });
  const url = server.superUrl(fresh);
  try {
    await admin`drop database if exists ${admin(fresh)} with (force)`;
    await admin`create database ${admin(fresh)}`;
    await withMigrationsUntil(
      ({ when }) => when === last,
      (folder) => migrateDatabase(url, logins, folder),
    );
    const sql = connect(url, { max: 1, idle_timeout: undefined });
    try {
      await load(sql, path, trailer);
      if (options.dropsKeys) await sql`delete from signing_keys`;
      await passXids(sql, BigInt(header.xid) + BigInt(aheadXids));
      await sql`analyze`;
    } finally {
      await sql.end({ timeout: 2 });
    }
    await migrateDatabase(url, logins);
    await exchange(admin);
  } finally {
    await admin`drop database if exists ${admin(fresh)} with (force)`.catch(() => {});
    await admin.end({ timeout: 2 });
  }
}

/** The time of the last migration the backup was under; it and all before it must be the very ones we have. */
function findMigration(header: Header) {
  const ours = readMigrationFiles({ migrationsFolder: "db/migrations" });
  const theirs = header.migrations;
  const isOurs = ({ hash, when }: Header["migrations"][number], nth: number) =>
    ours[nth]?.folderMillis === when && ours[nth]?.hash === hash;
  if (theirs.length === 0 || !theirs.every(isOurs))
    throw new OtherVersion("it was made by a version of the portal that is newer than this one, or another");
  return theirs.at(-1)?.when;
}

async function load(sql: Sql, path: string, trailer: Trailer) {
  await sql.begin(async (tx) => {
    await settleText(tx);
    // Rows come by table and not in the order they were made; they fitted each other when they were read.
    await tx`set local session_replication_role = replica`;
    const tables = await listTables(tx);
    for (const { table } of tables) await tx`delete from ${tx(table)}`;
    await copyIn(tx, path);
    for (const [name, { last, called }] of Object.entries(trailer.sequences))
      await tx`select setval(${`public.${name}`}::regclass, ${last}, ${called})`;
    for (const { table } of tables) {
      const there = await sumTable(tx, table);
      const wanted = trailer.tables[table];
      if (there.rows !== wanted?.rows || there.sum !== wanted.sum)
        throw new Error(`the table ${table} does not hold what the backup says: ${there.rows} rows`);
    }
  });
}

async function copyIn(tx: TransactionSql, path: string) {
  let table: TableLine | undefined;
  let into: Awaited<ReturnType<typeof openCopy>> | undefined;
  for await (const part of readParts(path)) {
    if ("table" in part) table = part.table;
    if ("rows" in part && table) {
      into ??= await openCopy(tx, table);
      await into.write(part.rows);
    }
    if ("end" in part) {
      await into?.end();
      into = undefined;
    }
  }
}

async function openCopy(tx: TransactionSql, { table, columns }: TableLine) {
  const stream = await tx`copy ${tx(table)} (${tx(columns)}) from stdin`.writable();
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  return {
    write: (rows: Buffer) =>
      Promise.race([
        failed,
        new Promise<void>((done) => {
          if (stream.write(rows)) done();
          else stream.once("drain", done);
        }),
      ]),
    end: () => Promise.race([failed, new Promise<void>((done) => stream.end(() => done()))]),
  };
}

/**
 * Uses up transaction ids until this server is past all that the rows name: cursors order by them, and an event
 * whose transaction lies ahead would be shown to nobody.
 */
async function passXids(sql: Sql, past: bigint) {
  await sql`set synchronous_commit = off`;
  const [row] = await sql<[{ xid: string }]>`select pg_current_xact_id()::text as xid`;
  const missing = past - BigInt(row.xid);
  if (missing <= 0n) return;
  await sql.unsafe(
    `do $$ begin for i in 1..${missing} loop perform pg_current_xact_id(); commit; end loop; end $$`,
  );
}

/** Whoever connects next meets the restored one; there is no moment without a database. */
async function exchange(admin: Sql) {
  await admin`drop database if exists ${admin(replaced)} with (force)`;
  await admin.begin(async (tx) => {
    const [old] = await tx`select 1 from pg_database where datname = 'portal'`;
    if (old) await tx`alter database portal rename to ${tx(replaced)}`;
    await tx`alter database ${tx(fresh)} rename to portal`;
  });
  await admin`drop database if exists ${admin(replaced)} with (force)`;
}
