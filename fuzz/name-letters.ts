import { constantFrom, oneof, string, tuple } from "fast-check";
import { findNameFault } from "@/lib/directory/find-name-fault";
import { sameAs } from "./target";
import { madeOf, wounded } from "./wounded";

const anything = string({ unit: "binary", maxLength: 1 });
const letters = [
  "a",
  "Z",
  "é",
  "ß",
  "ø",
  "я",
  "Ж",
  "λ",
  "Ω",
  "א",
  "ع",
  "क",
  "ก",
  "ა",
  "ა",
  "Ꭰ",
  "店",
  "さ",
  "サ",
  "한",
  "ㄅ",
];
const marks = ["\u0301", "\u0323", "\u0302\u0303", "\u0336", "\u20dd", "\u093f", "ー", "・", "々"];
const signs = [
  " ",
  "  ",
  "-",
  ".",
  "&",
  "'",
  "’",
  "!",
  "#",
  "@",
  "|",
  "™",
  "✓",
  "Ⅳ",
  "①",
  "ᵃ",
  "𝐃",
  "Ａ",
  "ﬁ",
  "½",
];
const hidden = [
  "\u200b",
  "\u202e",
  "\u00ad",
  "\u3164",
  "\ufeff",
  "\ue000",
  "\ud800",
  "\u2028",
  "\n",
  "\ufe0f",
];
const digits = ["0", "9", "٢", "५", "２"];
const words = [...letters, ...marks, ...signs, ...hidden, ...digits, "Feed", "Wise", "SAS", "ooooooooo"];
const honest = tuple(
  constantFrom("Feed", "Данные", "Αγορά", "さくら", "云杉", "سوق", "Müller", "ตลาด"),
  constantFrom("", " ", " & ", "-", " 24 "),
  constantFrom("Wise", "рынок", "market", "トレード", "店", "Söhne", "1"),
).map((parts) => parts.join(""));
/** What somebody may type as a name: honest ones, broken ones, and whatever Unicode has. */
export const typedName = oneof(madeOf(words, anything, 8), wounded(honest, words, anything));

const isOneOf = (...classes: string[]) => {
  const pattern = new RegExp(`^[${classes.map((one) => `\\p{${one}}`).join("")}]$`, "u");
  return (one: string) => pattern.test(one);
};
const [isMark, isLetter, isDigit] = [isOneOf("M"), isOneOf("L"), isOneOf("Nd")];
const isNumber = isOneOf("N");
const isBase = isOneOf("L", "Mn", "Mc", "Nd", "Nl");
const isHidden = isOneOf("C", "Default_Ignorable_Code_Point", "Zl", "Zp");
const isBreak = isOneOf("Z", "P");
const isPlain = isOneOf("sc=Latn", "sc=Grek", "sc=Cyrl");
const isKana = isOneOf("sc=Hira", "sc=Kana");
const punctuation = " &'’.,+/()!?:#°·・ー«»\"“”‐–—-";
/** First and last of every block of styled copies. */
const styled = [
  "ʰʸ",
  "ᴬᵪ",
  "ᶛᶿ",
  "⁰ₜ",
  "℀⅏",
  "Ⅰↈ",
  "①⓿",
  "⨀⫿",
  "ⱼⱼ",
  "ⱽⱽ",
  "㈀㈰",
  "㉄㋿",
  "㌀㏿",
  "\u{1d400}\u{1d7ff}",
  "\u{1ee00}\u{1eeff}",
  "\u{1f000}\u{1faff}",
].map((pair) => [...pair].map((one) => one.codePointAt(0) ?? 0));
const scripts = (
  "Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil " +
  "Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Ethiopic Cherokee Han Hiragana Katakana Bopomofo Hangul"
).split(" ");
const tests = scripts.map((script) => [script, isOneOf(`scx=${script}`)] as const);
const isShared = isOneOf("scx=Common", "scx=Inherited");

/** The scripts that a character may belong to; null where it belongs to all of them. */
function scriptsOf(one: string): Set<string> | null {
  if (isShared(one)) return null;
  return new Set(tests.flatMap(([script, isIn]) => (isIn(one) ? [script] : [])));
}

/** Whether these characters could all be of the same of these families. */
function fits(characters: string[], family: string[]) {
  return characters.every((one) => {
    const found = scriptsOf(one);
    return found === null || family.some((script) => found.has(script));
  });
}

/** The rules for the letters of a name, said once more, one character after the other. */
function model(sent: string) {
  for (const one of sent) {
    const code = one.codePointAt(0) ?? 0;
    if (isHidden(one) || (code >= 0xd800 && code < 0xe000)) return "name_characters";
    if (styled.some(([from = 0, to = 0]) => code >= from && code <= to)) return "name_characters";
  }
  const read = [...sent.normalize("NFKC")];
  let piled = 0;
  for (const [at, one] of read.entries()) {
    const before = read[at - 1];
    if (!isBase(one) && !punctuation.includes(one)) return "name_characters";
    if (scriptsOf(one)?.size === 0) return "name_characters";
    const code = one.codePointAt(0) ?? 0;
    if ((code >= 0x334 && code <= 0x338) || (code >= 0x20d0 && code <= 0x20ff)) return "name_characters";
    piled = isMark(one) ? piled + 1 : 0;
    const under = read[at - piled];
    if (piled > 0 && (under === undefined || isBreak(under))) return "name_characters";
    if (piled === 4 || (piled === 2 && under !== undefined && isPlain(under))) return "name_characters";
    if (one === "ー" && !(before !== undefined && (isKana(before) || before === "ー")))
      return "name_characters";
    if (one === " " && (at === 0 || at === read.length - 1 || before === " ")) return "name_characters";
  }
  if (read.length === 0) return "name_characters";
  if (read.length < 2) return "too_short";
  if (read.length > 60) return "too_long";
  if (read.filter((one) => isLetter(one) || isNumber(one)).length < 2) return "name_characters";
  const isAscii = (one: string) => one >= "0" && one <= "9";
  const hasOther = read.some((one) => isDigit(one) && !isAscii(one));
  if (hasOther && read.some(isAscii)) return "name_scripts";
  if (scripts.slice(0, 25).some((script) => fits(read, [script]))) return null;
  const parts: string[][] = [[]];
  for (const one of read) isBreak(one) ? parts.push([]) : parts.at(-1)?.push(one);
  const languages = [
    ["Han", "Hiragana", "Katakana"],
    ["Han", "Bopomofo"],
    ["Han", "Hangul"],
  ];
  const isOne = languages.some((family) =>
    parts.every((part) => fits(part, family) || fits(part, ["Latin"])),
  );
  return isOne ? null : "name_scripts";
}

/** What is wrong with the letters of a name. */
export const nameLetters = sameAs("names: letters", typedName, findNameFault, model);
