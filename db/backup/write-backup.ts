import { createHash } from "node:crypto";
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { TransactionSql } from "postgres";
import { connect } from "../client";
import { keyPrint } from "../keys/key-print";
import { type KeyKind, listKeyNames } from "../keys/list-key-names";
import { endOfRows, type Header, magic, type TableSum, type Trailer } from "./format";
import { listTables, settleText, sumTable } from "./list-tables";

const atOnce = 1000;

/** The keys a process is configured with. */
export type Rings = Record<KeyKind, { id: string; key: Buffer }[]>;

/**
 * Writes everything the database holds at one moment into `path`, whatever is written meanwhile, and returns how much
 * of it there is. The file appears whole or not at all, is its owner's alone, and holds no key.
 */
export async function writeBackup(ownerUrl: string, path: string, rings: Rings): Promise<Trailer["tables"]> {
  const sql = connect(ownerUrl, { max: 1, idle_timeout: undefined });
  const part = `${path}.part`;
  try {
    const tables: Trailer["tables"] = {};
    await sql.begin("isolation level repeatable read read only", async (tx) => {
      await settleText(tx);
      const lines = Readable.from(writeLines(tx, rings, tables), { objectMode: false });
      await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }));
    });
    const file = openSync(part, "r+");
    fsyncSync(file);
    closeSync(file);
    renameSync(part, path);
    return tables;
  } finally {
    await sql.end({ timeout: 2 });
    rmSync(part, { force: true });
  }
}

async function* writeLines(tx: TransactionSql, rings: Rings, tables: Record<string, TableSum>) {
  const hash = createHash("sha256");
  const counted = (bytes: Buffer | string) => {
    hash.update(bytes);
    return bytes;
  };
  yield counted(`${magic} ${JSON.stringify(await readHeader(tx, rings))}\n`);
  for (const line of await listTables(tx)) {
    const { table, columns } = line;
    yield counted(`${JSON.stringify(line)}\n`);
    for await (const rows of readRows(tx, table, columns)) yield counted(rows.map(toLine).join(""));
    yield counted(`${endOfRows}\n`);
    tables[table] = await sumTable(tx, table);
  }
  const trailer: Trailer = { tables, sequences: await readSequences(tx), sha256: hash.digest("hex") };
  yield `${JSON.stringify(trailer)}\n`;
}

/** By a cursor and not by COPY: the driver leaves a connection paused whose COPY ended while somebody was reading slowly. */
function readRows(tx: TransactionSql, table: string, columns: string[]) {
  const texts = columns.map((column) => tx`${tx(column)}::text`);
  const list = texts.reduce((before, text) => tx`${before}, ${text}`);
  const found = tx`select ${list} from ${tx(table)}`.values().cursor(atOnce);
  return found as AsyncIterable<(string | null)[][]>;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A row as COPY reads it. */
function toLine(row: (string | null)[]) {
  const cells = row.map((cell) => cell?.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) ?? "\\N");
  return `${cells.join("\t")}\n`;
}

async function readHeader(tx: TransactionSql, rings: Rings): Promise<Header> {
  const [about] = await tx<[Pick<Header, "madeAt" | "postgres" | "xid">]>`
    select to_json(now()) #>> '{}' as "madeAt", current_setting('server_version') as postgres,
      pg_snapshot_xmax(pg_current_snapshot())::text as xid`;
  const migrations = await tx<Header["migrations"]>`
    select hash, created_at::float8 as "when" from drizzle.__drizzle_migrations order by created_at`;
  const names = await listKeyNames(tx);
  const keys = (["pepper", "key"] as const).flatMap((kind) =>
    rings[kind].map((one) => ({
      kind,
      id: one.id,
      print: keyPrint(one),
      rows: names
        .filter((name) => name.kind === kind && name.id === one.id)
        .reduce((n, { rows }) => n + rows, 0),
    })),
  );
  return { ...about, migrations: [...migrations], keys };
}

/** Sequences move on outside of transactions: read last, they are never behind the rows. */
async function readSequences(tx: TransactionSql): Promise<Trailer["sequences"]> {
  const names = await tx<{ name: string }[]>`
    select sequencename as name from pg_sequences where schemaname = 'public' order by 1`;
  const found: Trailer["sequences"] = {};
  for (const { name } of names) {
    const [row] = await tx<[{ last: string; called: boolean }]>`
      select last_value::text as last, is_called as called from ${tx(name)}`;
    found[name] = row;
  }
  return found;
}
