import { type Arbitrary, array, constantFrom, nat, oneof, string, tuple } from "fast-check";

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));

/** One byte, as a character of Latin 1. */
export const byte = constantFrom(...between(0, 0xff));

/** One character that the server lets through in the value of a header. */
export const inHeader = constantFrom("\t", ...between(0x20, 0x7e), ...between(0x80, 0xff));

/** Texts of the words that mean something to a reader, with anything among them. */
export function madeOf(words: string[], unit: Arbitrary<string>, maxLength = 12): Arbitrary<string> {
  const piece = oneof(
    { weight: 3, arbitrary: constantFrom(...words) },
    { weight: 1, arbitrary: string({ unit, maxLength: 6 }) },
  );
  return array(piece, { maxLength }).map((pieces) => pieces.join(""));
}

/** Good texts with a few wounds: some of it cut out, said twice, or something else put in. */
export function wounded(
  good: Arbitrary<string>,
  words: string[],
  unit: Arbitrary<string>,
): Arbitrary<string> {
  const wound = tuple(constantFrom("cut", "twice", "put"), nat(9999), nat(9), madeOf(words, unit, 2));
  return tuple(good, array(wound, { maxLength: 3 })).map(([text, wounds]) =>
    wounds.reduce((left, [kind, where, length, other]) => {
      const at = Math.floor((where / 10_000) * (left.length + 1));
      const [before, hit, after] = [left.slice(0, at), left.slice(at, at + length), left.slice(at + length)];
      if (kind === "cut") return before + after;
      return before + (kind === "twice" ? hit : other) + hit + after;
    }, text),
  );
}
