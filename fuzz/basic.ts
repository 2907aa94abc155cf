import { constantFrom, oneof, option, tuple } from "fast-check";
import { readBasic } from "@/sandbox/token/read-basic";
import { decodeField, toText } from "./decode";
import { sameAs } from "./target";
import { byte, inHeader, madeOf, wounded } from "./wounded";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const words = [
  "Basic",
  "basic",
  "Bearer",
  " ",
  "  ",
  "\t",
  "=",
  "==",
  "-",
  "_",
  "+",
  "/",
  ":",
  "QTpC",
  "Og==",
];
const inside = [":", "%", "%3A", "%20", "+", "&", "=", "\xc3\xa9", "%C3%A9", "\xef\xbb\xbf", "%ff", "client"];

const good = tuple(
  constantFrom("Basic ", "basic ", "BASIC  "),
  madeOf(inside, byte, 6),
  constantFrom("base64", "base64url"),
).map(
  ([scheme, credentials, encoding]) =>
    scheme + Buffer.from(credentials, "latin1").toString(encoding as "base64"),
);

/** The same rules said once more, character by character and bit by bit. */
function model(header: string | null) {
  const space = header === null ? -1 : header.indexOf(" ");
  const scheme = space < 0 ? header : header?.slice(0, space);
  if (scheme?.toLowerCase() !== "basic") return undefined;
  const sent = space < 0 ? "" : (header ?? "").slice(space).replace(/^ +/, "");
  const bytes = decodeBase64(sent);
  if (!bytes) return "malformed";
  const [clientId, ...rest] = toText(bytes).split(":");
  if (clientId === undefined || rest.length === 0) return "malformed";
  return { clientId: decodeField(clientId), secret: decodeField(rest.join(":")) };
}

/** Both alphabets, with or without padding; bits that are left over are nobody's. */
function decodeBase64(text: string) {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const symbols = text.slice(0, text.length - padding);
  if (symbols === "") return null;
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const symbol of symbols) {
    const value = digits.indexOf(symbol === "-" ? "+" : symbol === "_" ? "/" : symbol);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Credentials in a header. */
export const basic = sameAs(
  "HTTP Basic",
  option(oneof(madeOf(words, inHeader), wounded(good, words, inHeader)), { freq: 200 }),
  (header) => readBasic(header ?? undefined),
  model,
);
