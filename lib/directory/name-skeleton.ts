import { drawnLike, drawnLikeCapital } from "./drawn-like";

// Marks that only dress a letter: accents, dots, strokes. Vowel signs of scripts that need them stay.
const dress = /(?=\p{M})\p{Script=Inherited}/gu;
const silent = /[^\p{L}\p{N}\p{M}]/gu;

/**
 * A name as a hurried eye takes it: case, accents, spaces, marks and doubled letters away, letters that are drawn
 * alike as one. The skeleton of a skeleton is itself.
 */
export function nameSkeleton(name: string): string {
  return reduce(plainName(name));
}

/** Everything the eye may take a name for: its skeleton first, then those of its other readings. */
export function readingsOf(name: string): string[] {
  const plain = plainName(name);
  // Η is an H, while its small form η is taken for an n; and a doubled v is a w, or a v.
  const asCapitals = [...plain].map((letter) => drawnLikeCapital.get(letter) ?? letter).join("");
  const undoubled = plain.replace(/(\p{L})\1+/giu, "$1");
  return [...new Set([plain, asCapitals, undoubled])].map(reduce);
}

/** A name without styles and widths. The Greek letter that is drawn like a c would become an s by that. */
export const plainName = (name: string) => name.replace(/[ϲϹ]/g, "c").normalize("NFKC");

/** Taking out one thing may bring two others together, so it goes on until nothing moves. */
function reduce(text: string): string {
  const reduced = reduceOnce(text);
  return reduced === text ? text : reduce(reduced);
}

function reduceOnce(text: string) {
  const bare = text.toLowerCase().normalize("NFD").replace(dress, "");
  const drawn = [...bare.replace(/!(?=[\p{L}\p{N}])/gu, "l")].map(
    (letter) => drawnLike.get(letter) ?? letter,
  );
  return (
    drawn
      .join("")
      .normalize("NFC")
      .replace(silent, "")
      // Pairs that are read as one letter, before the l they may hold becomes an i.
      .replace(/rn/g, "m")
      .replace(/vv/g, "w")
      .replace(/cl/g, "d")
      .replaceAll("l", "i")
      .replace(/([a-z])\1+/g, "$1")
  );
}
