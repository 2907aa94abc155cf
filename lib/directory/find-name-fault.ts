import type { FieldCode } from "../result";

const shortest = 2;
const longest = 60;
// After NFKC: letters, their marks, digits, single spaces, and the punctuation that company names have.
const ordinary = /^[\p{L}\p{Mn}\p{Mc}\p{Nd}\p{Nl} &'’.,+/()!?:#°·・ー«»"“”‐–—-]+$/u;
// Styled copies of plain letters: letterlike signs, circled, squared, raised and lowered ones, mathematical ones.
const styled =
  /[ʰ-ʸᴬ-ᵪᶛ-ᶿ⁰-ₜ℀-⅏Ⅰ-ↈ①-⓿⨀-⫿ⱼⱽ㈀-㈰㉄-㋿㌀-㏿\u{1d400}-\u{1d7ff}\u{1ee00}-\u{1eeff}\u{1f000}-\u{1faff}]/u;
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;
// More marks on a letter than any spelling asks for, a letter struck through, a mark on nothing; and the long-vowel
// sign of Japanese where it lengthens nothing, for there it is a dash.
const piled = new RegExp(
  [
    "^\\p{M}|[\\p{Z}\\p{P}]\\p{M}|\\p{M}{4}|[\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}]\\p{M}{2}",
    "[\\u0334-\\u0338\\u20d0-\\u20ff]|(?<![\\p{sc=Hira}\\p{sc=Kana}ー])ー",
  ].join("|"),
  "u",
);
const counted = /[\p{L}\p{N}]/gu;

// The scripts that names are written in today, and a few more in which Latin words can be drawn: those have skeletons.
const single =
  "Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Ethiopic Cherokee".split(
    " ",
  );
/** Scripts that one language writes together. */
const eastern = [
  ["Han", "Hiragana", "Katakana"],
  ["Han", "Bopomofo"],
  ["Han", "Hangul"],
];

const letterOf = (script: string) => `\\p{scx=${script}}`;
const wordOf = (scripts: string[]) =>
  new RegExp(`^[\\p{scx=Common}\\p{scx=Inherited}${scripts.map(letterOf).join("")}]+$`, "u");
const singleWords = single.map((script) => wordOf([script]));
const easternWords = eastern.map(wordOf);
const latinWord = wordOf(["Latin"]);
const known = wordOf([...single, ...eastern.flat()]);

/** What is wrong with the letters of a name, whoever has which name. Null means nothing. */
export function findNameFault(name: string): FieldCode | null {
  if (!name.isWellFormed() || hidden.test(name) || styled.test(name)) return "name_characters";
  const plain = name.normalize("NFKC");
  if (!ordinary.test(plain) || !known.test(plain) || piled.test(plain)) return "name_characters";
  if (/^ | $| {2}/.test(plain)) return "name_characters";
  const length = [...plain].length;
  if (length < shortest) return "too_short";
  if (length > longest) return "too_long";
  if ((plain.match(counted)?.length ?? 0) < 2) return "name_characters";
  return isOneScript(plain) ? null : "name_scripts";
}

/** One script, or those of one language; beside Chinese, Japanese and Korean also Latin, as words of its own. */
function isOneScript(name: string) {
  if (/[0-9]/.test(name) && /(?![0-9])\p{Nd}/u.test(name)) return false;
  if (singleWords.some((word) => word.test(name))) return true;
  const words = name.split(/[\p{Z}\p{P}]+/u).filter((word) => word !== "");
  return easternWords.some((word) => words.every((one) => latinWord.test(one) || word.test(one)));
}
