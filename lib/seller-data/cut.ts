import type { Values } from "./read-parameters";

/** What a call gets of a long list, and what to ask for the rest of it; null at its end. */
export type Cut<Item> = { items: Item[]; next: Record<string, string> | null };

/** The page style: 1 is the first, 20 on one unless more are asked for; a page behind the last is empty. */
export function cutPage<Item>(list: readonly Item[], values: Values): Cut<Item> & { itemsPerPage: number } {
  const [index, size] = [Number(values.pageIndex ?? 1), Number(values.pageSize ?? 20)];
  const items = list.slice((index - 1) * size, index * size);
  const hasMore = list.length > index * size;
  return { items, itemsPerPage: size, next: hasMore ? { pageIndex: String(index + 1) } : null };
}

/** The cursor style: 100 at a time unless more are asked for. `undefined` for a cursor that nobody gave out. */
export function cutAfter<Item>(list: readonly Item[], values: Values): Cut<Item> | undefined {
  const start = values.cursor === undefined ? 0 : readCursor(values.cursor);
  if (start === undefined || start > list.length) return undefined;
  const end = start + Number(values.limit ?? 100);
  return { items: list.slice(start, end), next: end < list.length ? { cursor: writeCursor(end) } : null };
}

const mark = "after:";
const writeCursor = (index: number) => Buffer.from(`${mark}${index}`).toString("base64url");

function readCursor(cursor: string): number | undefined {
  const read = Buffer.from(cursor, "base64url").toString("latin1");
  const [, index] = /^after:(\d{1,9})$/.exec(read) ?? [];
  // Only what we would write ourselves: base64 has many spellings of one thing.
  return index !== undefined && writeCursor(Number(index)) === cursor ? Number(index) : undefined;
}
