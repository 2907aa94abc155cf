import { array, oneof, string, tuple } from "fast-check";
import { readForm } from "@/sandbox/token/read-form";
import { decodeField, toText } from "./decode";
import { sameAs } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const words = ["&", "=", "+", "%", "%20", "%2B", "%26", "%C3%A9", "%c3", "%ff", "%0", "?", " ", "a", "scope"];
const moreWords = [
  "\xc3\xa9",
  "\xc3",
  "\xef\xbb\xbf",
  "%EF%BB%BF",
  "grant_type",
  "client_secret",
  "__proto__",
];
const all = [...words, ...moreWords];

const field = tuple(madeOf(all, byte, 2), string({ maxLength: 20 })).map(
  ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
);
const good = array(field, { maxLength: 5 }).map((fields) =>
  ["grant_type=client_credentials", ...fields].join("&"),
);

/** The same rules said once more: the bytes are text first, then come pairs, then the escapes in them. */
function model(body: string) {
  const fields = new Map<string, string>();
  let hasDuplicates = false;
  for (const pair of toText(Buffer.from(body, "latin1")).split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decodeField(equals < 0 ? pair : pair.slice(0, equals));
    if (fields.has(name)) hasDuplicates = true;
    else fields.set(name, equals < 0 ? "" : decodeField(pair.slice(equals + 1)));
  }
  return { fields, hasDuplicates };
}

/** The body of a token request. */
export const form = sameAs(
  "token body",
  oneof(madeOf(all, byte), wounded(good, all, byte)),
  (body) => readForm(Buffer.from(body, "latin1")),
  model,
);
