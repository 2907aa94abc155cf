/** One small fault: `found` at `index` of a file's text becomes `put`. */
export type Mutant = { index: number; line: number; found: string; put: string };

/** Comments, imports, types, regular expressions and strings: nothing in there is wounded. */
const still =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|^import [\s\S]*?;$|^(?:export )?type [\s\S]*?;$|\w\??: (?:true|false);|\b\d+(?: \| \d+)+\b|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*|return )\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/[a-z]*/gm;

/** One more; of many, twice as many: an hour and a second is as good a limit as an hour, two hours are another. */
const enlarge = (number: number) => (number < 100 ? number + 1 : number * 2);

/** What is done to code: a comparison turned, a condition dropped, a guard that never closes, a call left out. */
const wounds: [RegExp, (found: string) => string][] = [
  [/===/g, () => "!=="],
  [/!==/g, () => "==="],
  [/&&/g, () => "||"],
  [/\|\|/g, () => "&&"],
  [/(?<= )<=?(?= )/g, (found) => (found === "<" ? "<=" : "<")],
  [/(?<= )>=?(?= )/g, (found) => (found === ">" ? ">=" : ">")],
  [/\btrue\b/g, () => "false"],
  [/\bfalse\b/g, () => "true"],
  [/(?<![=!])!(?=[\w(])/g, () => ""],
  [/(?<= )-(?= )/g, () => "+"],
  [/(?<![\w.[])\d[\d_]*(?![\w.\]])/g, (found) => String(enlarge(Number(found.replaceAll("_", ""))))],
  [/(?<=^\s*(?:if|else if) \()[^\n]+(?=\) (?:return|throw|continue)\b)/gm, () => "false"],
  [/^\s+(?:eq|ne|gt|gte|lt|isNull|isNotNull)\([^\n]*\),$/gm, () => ""],
  [/^\s+await \w+\([^\n]*\);$/gm, () => ""],
];

/** Every fault that can be put into this source, in the order of its text. */
export function findMutants(source: string): Mutant[] {
  const code = source.replace(still, (text) => text.replace(/[^\n]/g, "\u0001"));
  const found = wounds.flatMap(([pattern, put]) =>
    [...code.matchAll(pattern)].map(({ 0: text, index }) => ({
      index,
      line: source.slice(0, index + (/\S/.exec(text)?.index ?? 0)).split("\n").length,
      found: source.slice(index, index + text.length),
      put: put(text),
    })),
  );
  return found.sort((a, b) => a.index - b.index);
}

/** The source with that fault in it. */
export function wound(source: string, { index, found, put }: Mutant) {
  return source.slice(0, index) + put + source.slice(index + found.length);
}
