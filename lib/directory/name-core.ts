import { isGeneric, isVague, joinable } from "./generic-words";
import { nameSkeleton, plainName } from "./name-skeleton";

const dottedLetters = /(?<![\p{L}\p{N}])(?:\p{L}\. ?)+\p{L}(?![\p{L}\p{N}])/gu;
/** Company forms that are written without a space. */
const unspaced = /株式会社|有限会社|有限公司|주식회사/g;
// In these scripts a letter is a syllable or a word: another one is another name.
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Without its generic words a name has to keep so much, or it is told by all of it. */
const leastCore = 4;
/** From so many letters on a name is told without what vague words and numbers add. */
const leastDistinct = 7;
/** From so many letters on a name may hold a slip of the keys and still be read as itself. */
const leastForSlip = 8;

/**
 * The words of a name as typed: split at marks, spaces and inner capitals; letters that stand alone with dots between
 * are one word, as in "S.A.S.".
 */
export function wordsOf(name: string): string[] {
  return plainName(name)
    .replace(dottedLetters, (letters) => letters.replace(/[. ]/g, ""))
    .replace(unspaced, " $& ")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap((word) => (isGeneric(word) ? [word] : word.split(/(?<=\p{Ll})(?=\p{Lu})/u)))
    .filter((word) => word !== "");
}

/** The skeleton of a name without the words that say little, by which a listed name is told. */
export function nameCore(name: string): string {
  const own = wordsOf(name).filter((word) => !isGeneric(word));
  const distinct = nameSkeleton(
    own
      .filter((word) => !isVague(word))
      .join("")
      .replace(/\p{Nd}+$/u, ""),
  );
  if (distinct.length >= leastDistinct) return distinct;
  const core = nameSkeleton(own.join(""));
  return core.length < leastCore ? nameSkeleton(name) : core;
}

/** The same, and what is left where generic words are written together with the name. */
export function coreSkeletons(name: string): string[] {
  const core = nameCore(name);
  return [core, ...withoutJoined(core)].filter((one) => one.length >= leastCore);
}

/** What is left of a skeleton without one generic word at its beginning, its end, or both. */
export function withoutJoined(skeleton: string): string[] {
  const least = leastCore + 1;
  const cutEnd = (text: string) =>
    joinable.filter((word) => text.endsWith(word)).map((word) => text.slice(0, -word.length));
  const cutStart = (text: string) =>
    joinable.filter((word) => text.startsWith(word)).map((word) => text.slice(word.length));
  const starts = cutStart(skeleton);
  return [...new Set([...starts, ...cutEnd(skeleton), ...starts.flatMap(cutEnd)])].filter(
    (text) => text.length >= least,
  );
}

/** Whether a name is long enough to be recognised in spite of a slip of the keys. */
export function mayHaveSlip(name: string) {
  const letters = wordsOf(name)
    .filter((word) => !isGeneric(word))
    .join("");
  return [...letters].length >= leastForSlip && !syllables.test(letters);
}

/** Whether at most one letter is too many, too few, another one, or changed places with its neighbour. */
export function isWithinSlip(one: string, other: string) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const [a, b] = [short.slice(at), long.slice(at)];
  if (a.length < b.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
