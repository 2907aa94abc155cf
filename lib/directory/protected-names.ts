import { speaksForMarketplace } from "./generic-words";
import { isWithinSlip, withoutJoined, wordsOf } from "./name-core";
import { nameSkeleton, readingsOf } from "./name-skeleton";

type Protected = {
  name: string;
  /** Refused inside a longer word too: no other word has it. */
  anywhere?: true;
  /** Told by exactly its letters, as words of their own: others begin like it, or are one slip away. */
  exact?: true;
  /** How other words begin, which the eye would take for it. */
  ordinary?: string[];
};

/** Names of the marketplace, of its sister companies, and of whoever runs this portal. */
const own: Protected[] = [
  { name: "Octopia", anywhere: true },
  { name: "Cdiscount", ordinary: ["discount"] },
  { name: "C le Marché", exact: true, ordinary: ["demarche"] },
  { name: "Cnova", exact: true },
  { name: "Peaksys", ordinary: ["peaksystem"] },
  { name: "Marketplace support" },
];
/** A skeleton as it sounds: "Oktopya" is said like "Octopia". */
const soundOf = (skeleton: string) =>
  skeleton
    .replaceAll("ph", "f")
    .replace(/[kq]/g, "c")
    .replaceAll("y", "i")
    .replaceAll("z", "s")
    .replace(/([a-z])\1+/g, "$1");

const names = own.map((one) => {
  const skeleton = nameSkeleton(one.name);
  return { ...one, skeleton, sound: soundOf(skeleton) };
});

/** The longest skeleton that can be taken for a protected one, with a generic word at either end. */
const longestTaken = 50;

/** Whether a name is one of the marketplace's own, holds one, or is easily taken for one. */
export function isProtectedName(name: string): boolean {
  const words = wordsOf(name);
  if (speaksForMarketplace(words)) return true;
  const whole = readingsOf(words.join(""));
  if (names.some(({ anywhere, skeleton }) => anywhere && whole.some((text) => text.includes(skeleton))))
    return true;
  return words.some((_, start) =>
    words.slice(start).some((__, end) => isTaken(words.slice(start, start + end + 1))),
  );
}

/** Whether these words of a name, read together, begin with a protected name or are taken for one. */
function isTaken(words: string[]) {
  const plain = words.map(plainOf);
  const rivals = names.filter(({ ordinary }) => !ordinary?.some((word) => plain.join("").startsWith(word)));
  return readingsOf(words.join("")).some((text) => {
    if (text.length > longestTaken) return false;
    const cut = [text, ...withoutJoined(text)];
    return rivals.some(({ exact, ordinary, skeleton, sound }) => {
      if (cut.includes(skeleton)) return true;
      if (exact) return false;
      if (text.startsWith(skeleton) || cut.some((one) => soundOf(one) === sound)) return true;
      const isOrdinary = ordinary?.some((word) => plain.some((one) => one.startsWith(word)));
      return !isOrdinary && cut.some((one) => isWithinSlip(one, skeleton));
    });
  });
}

const plainOf = (word: string) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
