import { keyPrint } from "../keys/key-print";
import { BrokenBackup, type Header, readParts, type Trailer } from "./format";
import type { Rings } from "./write-backup";

/** Reads a backup through and returns what it says of itself; throws `BrokenBackup` when it is not whole. */
export async function checkBackup(path: string): Promise<{ header: Header; trailer: Trailer }> {
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  let table = "";
  const rows: Record<string, number> = {};
  for await (const part of readParts(path)) {
    if ("header" in part) header = part.header;
    if ("trailer" in part) trailer = part.trailer;
    if ("table" in part) {
      table = part.table.table;
      rows[table] = 0;
    }
    if ("count" in part) rows[table] = (rows[table] ?? 0) + part.count;
  }
  if (!header || !trailer) throw new BrokenBackup("its end is missing");
  for (const name of new Set([...Object.keys(rows), ...Object.keys(trailer.tables)]))
    if (rows[name] !== trailer.tables[name]?.rows) throw new BrokenBackup(`rows of ${name} are missing`);
  return { header, trailer };
}

/** The keys that rows of a backup name and that are not configured here, or are others of the same id. */
export function missingKeys(header: Header, rings: Rings) {
  return header.keys.filter(
    ({ kind, id, print, rows }) =>
      rows > 0 && !rings[kind].some((one) => one.id === id && keyPrint(one) === print),
  );
}
