import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { sellerLinks } from "@/db/schema";

export const linkSorts = ["since", "shopName", "sellerId", "lastUsedAt"] as const;
type Name = (typeof linkSorts)[number];
export type LinkSort = Name | `-${Name}`;
/** Every sort, each with its opposite; the list's own first. */
export const allSorts = [
  "-since",
  "since",
  "shopName",
  "-shopName",
  "sellerId",
  "-sellerId",
  "-lastUsedAt",
  "lastUsedAt",
] as const satisfies readonly LinkSort[];

/** A place in a sorted list: just behind this link. `value` is null behind one that was never used. */
export type LinkCursor = { value: string | null; id: string };

/** One stretch of a sorted list, which one walk along one index reads. */
export type LinkStretch = { only: SQL | undefined; order: SQL[]; value: SQL<string | null> };

const columns = {
  since: { column: sellerLinks.createdAt, type: sql`timestamptz` },
  shopName: { column: sellerLinks.shopFold, type: sql`text` },
  sellerId: { column: sellerLinks.sellerId, type: sql`bigint` },
  lastUsedAt: { column: sellerLinks.lastUsedAt, type: sql`timestamptz` },
};

// An index serves an order only when it agrees where nulls would be, also in columns that have none.
const directions = {
  newestFirst: { up: sql`asc nulls first`, down: sql`desc nulls last` },
  inOrder: { up: sql`asc nulls last`, down: sql`desc nulls first` },
};

const isDown = (sort: LinkSort) => sort.startsWith("-");
const nameOf = (sort: LinkSort) => sort.replace("-", "") as Name;

/**
 * The stretches of the list behind the cursor, in their order. Links never used come before all others, or behind
 * them where the newest use comes first; an index keeps them at one end of its own, hence a stretch of theirs.
 */
export function stretchesOf(sort: LinkSort, cursor: LinkCursor | null): LinkStretch[] {
  const name = nameOf(sort);
  if (name !== "lastUsedAt") return [stretch(sort, undefined, cursor)];
  const { lastUsedAt } = sellerLinks;
  const never = (from: LinkCursor | null) => stretch(sort, sql`${lastUsedAt} is null`, from);
  const used = (from: LinkCursor | null) => stretch(sort, sql`${lastUsedAt} is not null`, from);
  if (!cursor) return isDown(sort) ? [used(null), never(null)] : [never(null), used(null)];
  if (cursor.value === null) return isDown(sort) ? [never(cursor)] : [never(cursor), used(null)];
  return isDown(sort) ? [used(cursor), never(null)] : [used(cursor)];
}

function stretch(sort: LinkSort, only: SQL | undefined, cursor: LinkCursor | null): LinkStretch {
  const { column, type } = columns[nameOf(sort)];
  const { up, down } = directions[nameOf(sort) === "since" ? "newestFirst" : "inOrder"];
  const direction = isDown(sort) ? down : up;
  const value = sql<string | null>`(${column})::text`;
  const by = (what: SQLWrapper) => [sql`${what} ${direction}`, sql`${sellerLinks.id} ${direction}`];
  if (!cursor) return { only, order: by(column), value };
  const than = isDown(sort) ? sql`<` : sql`>`;
  const beyond =
    cursor.value === null
      ? sql`${sellerLinks.id} ${than} ${cursor.id}::uuid`
      : sql`(${column}, ${sellerLinks.id}) ${than} (${cursor.value}::${type}, ${cursor.id}::uuid)`;
  return { only: only ? sql`${only} and ${beyond}` : beyond, order: by(column), value };
}

/** A place in the list as an opaque text for an address. */
export function writeCursor(sort: LinkSort, { value, id }: LinkCursor) {
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

/** The place behind that text, if it was written for this sort; else null, which is the start. */
export function readCursor(text: string, sort: LinkSort): LinkCursor | null {
  try {
    const [of, value, id]: unknown[] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (of !== sort || typeof id !== "string" || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return null;
    if (value === null) return nameOf(sort) === "lastUsedAt" ? { value, id } : null;
    return typeof value === "string" && isValueOf(nameOf(sort), value) ? { value, id } : null;
  } catch {
    return null;
  }
}

function isValueOf(name: Name, value: string) {
  if (name === "shopName") return value.length <= 1000 && !value.includes("\0");
  return name === "sellerId" ? /^\d{1,18}$/.test(value) : isTimeText(value);
}

/** Whether a text is a time as the database writes it, and one that it would take back. */
export function isTimeText(value: string) {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(value)) return false;
  // The shape alone would let the 31st of February through, which the database refuses loudly.
  const day = value.slice(0, 10);
  const at = new Date(`${day}T${value.slice(11, 19)}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
