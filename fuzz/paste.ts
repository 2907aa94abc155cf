import { deepStrictEqual, ok } from "node:assert/strict";
import { constantFrom, nat, oneof, string, tuple } from "fast-check";
import { verdicts } from "@/lib/first-call/verdicts";
import { readPaste } from "@/lib/paste/read-paste";
import { addresses, pasted } from "./pasted";
import { promise, sameAs } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const base62 = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

/** CRC-32 bit by bit, as six digits. */
function checkDigits(text: string) {
  let rest = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  let value = BigInt((rest ^ 0xffffffff) >>> 0);
  let digits = "";
  for (; digits.length < 6; value /= 62n) digits = `${base62[Number(value % 62n)]}${digits}`;
  return digits;
}

const secret = tuple(
  constantFrom("mps_test_", "mps_live_"),
  string({ unit: constantFrom(...base62), minLength: 40, maxLength: 40 }),
).map(([start, random]) => start + random + checkDigits(start + random));

/** What was made as something is recognised as that, with what is wrong with it and nothing else. */
export const recognised = sameAs(
  "paste: recognised",
  pasted,
  ({ text }) => {
    const { kinds, findings, notes } = readPaste(text, addresses);
    return { kinds, codes: [...findings, ...notes].map(({ code }) => code).sort() };
  },
  ({ kind, codes }) => ({ kinds: [kind], codes: [...codes].sort() }),
);

const words = [
  ..."{}[]\"':,<>\n\r\\ ",
  "curl ",
  "HTTP/1.1 200 OK\n",
  "< HTTP/2 401\n",
  "> GET /seller/v2/orders HTTP/1.1\n",
  '{"item":[{"request":{"url":"',
  '"_postman_schema"',
  "client_secret=",
  '"access_token":"',
  "Authorization: Basic ",
  "Verify return code: 19",
  "eyJhbGciOiJSUzI1NiJ9.e30.",
  "https://oauth2.cdiscount.com/token",
];
const around = oneof(
  madeOf(words, byte),
  wounded(
    pasted.map(({ text }) => text),
    words,
    byte,
  ),
);

/** Whatever stands around a secret: it is seen as what it is, and nothing that is shown holds even a part of it. */
export const anything = promise(
  "paste: anything",
  tuple(around, nat(9999), secret),
  ([text, where, planted]) => {
    const at = Math.floor((where / 10_000) * (text.length + 1));
    // Letters that touch it would make it another word.
    const whole = `${text.slice(0, at)}\n${planted}\n${text.slice(at)}`;
    const { secrets, tokens, ...shown } = readPaste(whole, addresses);
    deepStrictEqual(
      secrets.filter(({ raw }) => raw === planted).map(({ isWhole }) => isWhole),
      [true],
    );
    const said = JSON.stringify(shown);
    for (let from = 9; from + 12 <= planted.length; from++) {
      ok(!said.includes(planted.slice(from, from + 12)), "a part of the secret is shown");
    }
    ok(shown.findings.length <= 5 && tokens.length <= 3, "more is said than is promised");
    ok(
      shown.findings.every(({ code }) => code in verdicts),
      "a code without a page",
    );
  },
);
