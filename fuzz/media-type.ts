import { array, constantFrom, oneof, tuple } from "fast-check";
import { readMediaType } from "@/sandbox/token/media-type";
import { sameAs } from "./target";
import { inHeader, madeOf, wounded } from "./wounded";

const formType = "application/x-www-form-urlencoded";
const symbols = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz";
const words = [
  formType,
  "application/json",
  "a/b",
  "/",
  ";",
  " ",
  "\t",
  "=",
  '"',
  "\\",
  '\\"',
  ",",
  "\xa0",
  "x",
];

const parameter = tuple(
  constantFrom(";", "; ", " ;", "\t; "),
  constantFrom("", "charset=UTF-8", 'charset="utf-8"', 'x="a;b=\\"c"', "boundary=--x"),
).map((parts) => parts.join(""));
const good = tuple(
  constantFrom(formType, formType.toUpperCase(), "application/json", "multipart/form-data"),
  array(parameter, { maxLength: 3 }),
).map(([type, parameters]) => type + parameters.join(""));

/** The grammar of RFC 9110 8.3.1 said once more, one character at a time. */
function model(header: string) {
  let at = 0;
  let end = header.length;
  const isBlank = (character: string | undefined) => character === " " || character === "\t";
  const skip = () => {
    while (at < end && isBlank(header[at])) at++;
  };
  const word = () => {
    const from = at;
    while (at < end && symbols.includes((header[at] ?? "").toLowerCase())) at++;
    return header.slice(from, at);
  };
  const quoted = () => {
    for (at++; at < end; at++) {
      if (header[at] === '"') return at++ > 0;
      if (header[at] === "\\" && ++at >= end) return false;
    }
    return false;
  };
  while (end > 0 && isBlank(header[end - 1])) end--;
  skip();
  const kind = word();
  if (kind === "" || header[at++] !== "/" || at > end) return "malformed";
  const subtype = word();
  if (subtype === "") return "malformed";
  for (skip(); at < end; skip()) {
    if (header[at++] !== ";") return "malformed";
    skip();
    if (at >= end || header[at] === ";") continue;
    if (word() === "" || header[at] !== "=" || ++at >= end) return "malformed";
    if (header[at] === '"' ? !quoted() : word() === "") return "malformed";
  }
  return `${kind}/${subtype}`.toLowerCase() === formType ? "form" : "other";
}

/** What a Content-Type says. */
export const mediaType = sameAs(
  "Content-Type",
  oneof(madeOf(words, inHeader), wounded(good, words, inHeader)),
  readMediaType,
  model,
);
