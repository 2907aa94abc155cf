import { foldClientId } from "../clients/client-id";

// Letters of other scripts that are drawn like Latin ones, small letters only.
const drawnAlike: Record<string, string> = Object.fromEntries(
  ["аa", "вb", "сc", "ԁd", "еe", "гr", "һh", "нh", "іi", "ıi", "ιi", "јj", "кk", "κk", "ӏl", "мm", "оo", "οo"]
    .concat(["рp", "ρp", "ԛq", "ѕs", "тt", "τt", "υu", "νv", "ѵv", "ԝw", "хx", "χx", "уy", "αa", "εe", "ηn"])
    .map((pair) => [...pair] as [string, string]),
);

/** What the eye reads: look-alike letters, accents, case, spaces and marks folded away. */
function seen(text: string) {
  const plain = [...text.normalize("NFKD").toLowerCase()].map((letter) => drawnAlike[letter] ?? letter);
  return foldClientId(plain.join("").replace(/[^\p{L}\p{N}]/gu, ""));
}

/** Whether a hurried reader may take one name for the other: the same to the eye, a beginning, a slip of the keys. */
export function looksLike(one: string, other: string) {
  const [a, b] = [seen(one), seen(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return short !== "";
  if (short.length >= 5 && long.startsWith(short)) return true;
  return short.length >= 6 && slips(a, b) <= (short.length >= 10 ? 2 : 1);
}

/** The letters of a typed clientId that no clientId holds, each once: other scripts, accents, invisible ones. */
export function oddLetters(clientId: string) {
  return [...new Set(clientId.match(/[^\x20-\x7e]/gu) ?? [])].slice(0, 5);
}

/** How many slips lie between two words: a letter too many, too few, another one, or two in the wrong order. */
function slips(a: string, b: string) {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
