import { constantFrom, nat, oneof, option, record } from "fast-check";
import { cutAfter } from "@/lib/seller-data/cut";
import { sameAs } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const longest = 300;
const list = Array.from({ length: longest }, (_, i) => i);
const write = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const given = Array.from({ length: longest + 1 }, (_, i) => write(`after:${i}`));
/** Every cursor that leads somewhere, and where. */
const places = new Map(given.map((cursor, index) => [cursor, index]));

const words = ["YWZ0ZXI6", "MTAw", "MA", "=", "==", "-", "_", "+", "/", "after:", "0", "1", " ", "%3D"];
const inside = ["after:", "After:", "0", "1", "9", "-", "e1", " ", ".", "\n", "007"];
const cursor = oneof(
  constantFrom(...given),
  wounded(constantFrom(...given), words, byte),
  madeOf(inside, byte, 5).map(write),
  madeOf(words, byte),
);
const inputs = record({
  cursor: option(cursor, { freq: 20 }),
  length: nat(longest),
  limit: option(nat(999).map((n) => n + 1)),
});
type Input = { cursor: string | null; length: number; limit: number | null };

/** The same said once more: a book of all cursors there are, and one item after the other. */
function model({ cursor, length, limit }: Input) {
  const start = cursor === null ? 0 : places.get(cursor);
  if (start === undefined || start > length) return undefined;
  const items: number[] = [];
  for (let i = start; i < length && items.length < (limit ?? 100); i++) items.push(i);
  const end = start + items.length;
  return { items, next: end < length ? { cursor: given[end] } : null };
}

/** The cursor of a long list: the piece it leads to, and the cursor behind that. */
export const cursorOfList = sameAs(
  "Link cursor",
  inputs,
  ({ cursor, length, limit }: Input) =>
    cutAfter(list.slice(0, length), {
      ...(cursor !== null && { cursor }),
      ...(limit !== null && { limit: String(limit) }),
    }),
  model,
);
