import { deepStrictEqual, ok } from "node:assert/strict";
import { array, constant, constantFrom, nat, oneof, string, tuple } from "fast-check";
import { isWithinSlip } from "@/lib/directory/name-core";
import { nameSkeleton, readingsOf } from "@/lib/directory/name-skeleton";
import { isProtectedName } from "@/lib/directory/protected-names";
import { typedName } from "./name-letters";
import { promise, sameAs } from "./target";
import { wounded } from "./wounded";

/** How many letters have to be put in, left out, changed, or swapped with their neighbour. */
function distance(one: string, other: string) {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= one.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + change,
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(i + j === 0 ? 0 : least);
    }
  }
  return at(one.length, other.length);
}

const few = string({ unit: constantFrom("a", "b", "c"), maxLength: 8 });
/** A word and what slips of the keys made of it. */
const slipped = few.chain((one) =>
  tuple(constant(one), wounded(constant(one), ["a", "b", "ab"], constantFrom("a", "c"))),
);
const swapped = tuple(few, nat(6)).map(([one, at]): [string, string] => [
  one,
  one.slice(0, at) + one.slice(at + 1, at + 2) + one.slice(at, at + 1) + one.slice(at + 2),
]);

/** A slip of the keys, held against the distance that text books teach. */
export const nameSlips = sameAs(
  "names: slips",
  oneof(slipped, swapped, tuple(few, few)),
  ([one, other]) => isWithinSlip(one, other),
  ([one, other]) => distance(one, other) <= 1,
);

/** Ways to draw a letter of a known name that the eye takes for it, chosen without looking at the table they are read by. */
const drawings: Record<string, string> = {
  a: "aAàáâãäåāаА",
  c: "cCçćčсС",
  d: "dDďԁ",
  e: "eEèéêëēеЕ3",
  f: "fFḟ",
  i: "iIìíîïіІ1l",
  k: "kKķкК",
  m: "mMṁмМ",
  n: "nNñńň",
  o: "oOòóôõöøоО0ο",
  p: "pPṕрР",
  r: "rRřŕ",
  s: "sSśšşѕЅ5",
  t: "tTťţ7",
  u: "uUùúûüū",
  v: "vVνѵ",
  w: "wWŵԝ",
  y: "yYýÿуУ",
};
const between = ["", "", "", "", " ", "-", ".", "\u200b", "\u00ad", "'", "\u0301"];
const disguised = tuple(
  constantFrom("octopia", "cdiscount", "cnova", "peaksys"),
  array(tuple(nat(99), nat(99), constantFrom(false, false, false, true)), { minLength: 9, maxLength: 9 }),
).map(([plain, choices]) => {
  const drawn = [...plain].map((letter, at) => {
    const [which = 0, gap = 0, isTwice = false] = choices[at] ?? [];
    const ways = [...(drawings[letter] ?? letter)];
    const one = ways[which % ways.length] ?? letter;
    return `${isTwice ? one + one : one}${between[gap % between.length]}`;
  });
  return { plain, drawn: drawn.join("") };
});

/** A protected name stays one however its letters are drawn and set apart, and nothing changes a skeleton twice. */
export const nameDrawings = promise(
  "names: look-alikes",
  tuple(disguised, typedName),
  ([{ plain, drawn }, other]) => {
    ok(readingsOf(drawn).includes(nameSkeleton(plain)), "read as another name");
    ok(isProtectedName(drawn), "not recognised");
    const skeleton = nameSkeleton(other);
    deepStrictEqual(nameSkeleton(skeleton), skeleton);
  },
);
