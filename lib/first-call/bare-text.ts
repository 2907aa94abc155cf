/** A text reduced to what two spellings of it share, with the place in the original that each character came from. */
export type Bare = { text: string; starts: number[]; ends: number[] };

/** How often encodings may stand within each other: JSON in JSON in an address. */
const rounds = 3;
const encoded =
  /(?:%[0-9a-f]{2})+|(?:\\u[0-9a-f]{4})+|(?:\\x[0-9a-f]{2})+|&#(?:\d{1,7}|x[0-9a-f]{1,6});|&(?:amp|lt|gt|quot|apos);/gi;
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands between the parts of a value that was split, quoted or put together again, and what base64 spells two ways. */
const between = /[\s"'`\\+\-_/=,\u200b\ufeff\u00ad]+|\\[nrt]/g;

/** Undoes percent, JSON, HTML and script escapes, and drops blanks, line breaks, quotes and joints. */
export function bareText(text: string): Bare {
  let bare: Bare = { text, starts: [...text.split("").keys()], ends: [] };
  bare.ends = bare.starts.map((at) => at + 1);
  for (let round = 0; round < rounds; round++) {
    const next = rewrite(bare, encoded, decode);
    if (next === bare) break;
    bare = next;
  }
  return rewrite(
    rewrite(bare, /\\[nrt]/g, () => ""),
    between,
    () => "",
  );
}

/** The same without undoing anything: a secret may itself hold what looks like an escape, and be split within it. */
export function withoutJoints(text: string): string {
  return text.replaceAll(between, "");
}

/** Replaces each match; what comes out stands where the whole match stood. */
function rewrite(bare: Bare, pattern: RegExp, make: (match: string) => string): Bare {
  const parts: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  const keep = (from: number, to: number) => {
    parts.push(bare.text.slice(from, to));
    for (let at = from; at < to; at++) {
      starts.push(bare.starts[at] ?? 0);
      ends.push(bare.ends[at] ?? 0);
    }
  };
  let done = 0;
  for (const { 0: match, index } of bare.text.matchAll(pattern)) {
    keep(done, index);
    done = index + match.length;
    const made = make(match);
    parts.push(made);
    for (let at = 0; at < made.length; at++) {
      starts.push(bare.starts[index] ?? 0);
      ends.push(bare.ends[done - 1] ?? 0);
    }
  }
  if (done === 0) return bare;
  keep(done, bare.text.length);
  return { text: parts.join(""), starts, ends };
}

function decode(match: string) {
  if (match.startsWith("%")) return Buffer.from(match.replaceAll("%", ""), "hex").toString("utf8");
  const codes = match.match(/[0-9a-f]+(?=\\|$)/gi) ?? [];
  if (match.startsWith("\\")) return String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16)));
  const word = named[match.slice(1, -1).toLowerCase()];
  if (word) return word;
  const hex = /^&#x/i.test(match);
  const code = Number.parseInt(match.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : match;
}
