import { createHash } from "node:crypto";

/** Draws for one thing, named by `words`: the same words give the same draws, today and after a restart. */
export function chanceFor(...words: (string | number)[]) {
  let state = createHash("sha256").update(words.join(" ")).digest().readUInt32BE(0);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const from = (letters: string, length: number) =>
    Array.from({ length }, () => letters.charAt(int(0, letters.length - 1))).join("");
  return {
    /** A whole number, both ends included. */
    int,
    /** One of a list. */
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
    /** True as often as `part` (0 to 1) says. */
    flag: (part: number) => next() < part,
    digits: (length: number) => from("0123456789", length),
    hex: (length: number) => from("0123456789abcdef", length),
    letters: (length: number) => from("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", length),
  };
}
