import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { KeyKind } from "../keys/list-key-names";

/**
 * A backup is one gzip of lines: a header, then each table as a line that names it, its rows as COPY writes them and
 * the end mark of COPY, and last a line that sums everything up.
 */
export const magic = "seller-portal-backup 1";
export const endOfRows = "\\.";

/** What a reader must know before the first row. Holds no key: prints tell whether it has the same ones. */
export type Header = {
  madeAt: string;
  postgres: string;
  /** The migrations the data was under, oldest first. */
  migrations: { hash: string; when: number }[];
  /** No row names a later transaction. */
  xid: string;
  keys: { kind: KeyKind; id: string; print: string; rows: number }[];
};

/** The line before a table's rows. */
export type TableLine = { table: string; columns: string[] };

/** How much a table holds: its rows, and the sum of a hash over each. */
export type TableSum = { rows: number; sum: string };

/** The last line. `sha256` is over every byte before it. */
export type Trailer = {
  tables: Record<string, TableSum>;
  sequences: Record<string, { last: string; called: boolean }>;
  sha256: string;
};

/** What a reader is handed, in this order: the header, each table's line followed by blocks of whole rows, the trailer. */
export type Part =
  | { header: Header }
  | { table: TableLine }
  | { rows: Buffer; count: number }
  | { end: string }
  | { trailer: Trailer };

/** The file is no backup, or not a whole one. */
export class BrokenBackup extends Error {}

/**
 * Reads a backup from its beginning to its end, and throws `BrokenBackup` wherever it is not what was written. Only
 * who reads to the end knows that it is whole.
 */
export async function* readParts(path: string): AsyncGenerator<Part> {
  const hash = createHash("sha256");
  let table: TableLine | undefined;
  let isFirst = true;
  let isDone = false;
  for await (const block of wholeLines(path)) {
    let rest: Buffer = block;
    while (rest.length > 0) {
      if (isDone) throw new BrokenBackup("something follows its last line");
      if (table) {
        const { rows, ends, after } = splitRows(rest);
        hash.update(rest.subarray(0, rest.length - after.length));
        if (rows.length > 0) yield { rows, count: countLines(rows) };
        if (ends) yield { end: table.table };
        if (ends) table = undefined;
        rest = after;
        continue;
      }
      const end = rest.indexOf(10) + 1;
      const line = rest.subarray(0, end - 1).toString("utf8");
      if (isFirst) {
        if (!line.startsWith(`${magic} `)) throw new BrokenBackup("it is no backup of this portal");
        yield { header: parse<Header>(line.slice(magic.length)) };
        isFirst = false;
      } else if (line.startsWith('{"table":')) {
        table = parse<TableLine>(line);
        yield { table };
      } else {
        const trailer = parse<Trailer>(line);
        if (trailer.sha256 !== hash.digest("hex")) throw new BrokenBackup("it was changed");
        yield { trailer };
        isDone = true;
      }
      if (!isDone) hash.update(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  }
  if (!isDone) throw new BrokenBackup("its end is missing");
}

/** The lines up to the end mark, whether it is there, and what follows it. */
function splitRows(block: Buffer) {
  const mark = `${endOfRows}\n`;
  const at = block.subarray(0, mark.length).toString() === mark ? 0 : block.indexOf(`\n${mark}`) + 1;
  if (at === 0 && block.subarray(0, mark.length).toString() !== mark)
    return { rows: block, ends: false, after: Buffer.alloc(0) };
  return { rows: block.subarray(0, at), ends: true, after: block.subarray(at + mark.length) };
}

async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.on("error", (error) => gunzip.destroy(error));
  let carry = Buffer.alloc(0);
  try {
    for await (const chunk of file.pipe(gunzip) as AsyncIterable<Buffer>) {
      const all = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
      const end = all.lastIndexOf(10) + 1;
      if (end > 0) yield all.subarray(0, end);
      carry = Buffer.from(all.subarray(end));
    }
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || !String(error.code).startsWith("Z_")) throw error;
    throw new BrokenBackup(error.message);
  } finally {
    file.destroy();
  }
  if (carry.length > 0) throw new BrokenBackup("its last line is not whole");
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenBackup("a line of it cannot be read");
  }
}

function countLines(rows: Buffer) {
  let count = 0;
  for (let at = rows.indexOf(10); at >= 0; at = rows.indexOf(10, at + 1)) count++;
  return count;
}
