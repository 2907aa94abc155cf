import { deepStrictEqual } from "node:assert/strict";
import { array, constantFrom, oneof, tuple } from "fast-check";
import { nextPath } from "@/lib/accounts/next-path";
import { promise } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const origin = "http://localhost:3000";
const door = "/door";

const dots = [".", "..", "%2e", "%2E.", ".%2e", "%2e%2E", "..."];
const slashes = ["/", "//", "\\", "%2f", "%5C", "%2F/"];
const others = [
  "?",
  "#",
  ":",
  "@",
  "evil.test",
  "http:",
  "javascript:",
  "%",
  "^",
  "'",
  "\u2028",
  "\u3000",
  "é",
];
const words = [...slashes, ...dots, ...others, "\t", "\n", " ", "\xa0", "\ud800", "a"];
const good = tuple(
  array(constantFrom("clients", "1", "a b", "links", ...dots), { maxLength: 6 }),
  constantFrom("", "?x=1&y='2'", "?"),
  constantFrom("", "#secret", "#"),
).map(([segments, query, hash]) => `/${segments.join("/")}${query}${hash}`);
const next = oneof(
  madeOf(words, byte),
  madeOf(words, byte).map((rest) => `/${rest}`),
  wounded(good, words, byte),
);

/** The separators of Unicode, one by one. */
const separators = new Set(
  [0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].concat(
    Array.from({ length: 11 }, (_, i) => 0x2000 + i),
  ),
);
const isOdd = (code: number) =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x5c || separators.has(code);

/** How many slashes, plain or in disguise, a text begins with; two are enough to know. */
function slashesOf(text: string) {
  let [at, count] = [0, 0];
  for (;;) {
    const three = text.slice(at, at + 3).toLowerCase();
    const length = text[at] === "/" ? 1 : three === "%2f" || three === "%5c" ? 3 : 0;
    if (length === 0 || count === 2) return count;
    at += length;
    count++;
  }
}

/** The rules said once more, and what a browser makes of a path: dots resolved, odd characters escaped. */
function model(text: string) {
  if (text[0] !== "/" || text.length > 2000 || slashesOf(text) > 1) return door;
  for (const character of text) if (isOdd(character.codePointAt(0) ?? 0)) return door;
  const [beforeHash, ...hash] = text.split("#");
  const [path = "", ...query] = (beforeHash ?? "").split("?");
  const kept: string[] = [];
  const segments = path.slice(1).split("/");
  for (const [index, segment] of segments.entries()) {
    const plain = segment.toLowerCase().replaceAll("%2e", ".");
    const isDots = plain === "." || plain === "..";
    if (plain === "..") kept.pop();
    if (!isDots) kept.push(escaped(segment, '"#<>?`{}'));
    else if (index === segments.length - 1) kept.push("");
  }
  const resolved = `/${kept.join("/")}`;
  if (slashesOf(resolved) > 1) return door;
  const search = escaped(query.join("?"), "\"#<>'");
  const fragment = escaped(hash.join("#"), '"<>`');
  return resolved + (search && `?${search}`) + (fragment && `#${fragment}`);
}

function escaped(text: string, marks: string) {
  const isPlain = (code: number) => code > 0x20 && code < 0x7f && !marks.includes(String.fromCharCode(code));
  return [...Buffer.from(text)]
    .map((code) => (isPlain(code) ? String.fromCharCode(code) : `%${code.toString(16).padStart(2, "0")}`))
    .join("");
}

/** One spelling for both: engines differ on the caret, and escapes have no case. */
const spelled = (path: string) => path.replaceAll("^", "%5e").toLowerCase();

/** Where a form leads after signing in: as the model says, and never off this portal, however a browser reads it. */
export const callbackUrl = promise("callbackUrl", next, (text) => {
  const path = nextPath(text, door, origin);
  deepStrictEqual(spelled(path), spelled(model(text)));
  deepStrictEqual([new URL(path, origin).origin, new URL(path, `${origin}/a/b`).origin], [origin, origin]);
});
