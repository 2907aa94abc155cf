import { array, bigInt, oneof } from "fast-check";
import { readSellerId } from "@/sandbox/seller-api/read-seller-id";
import { sameAs } from "./target";
import { inHeader, madeOf, wounded } from "./wounded";

const words = [..."0123456789", "+", "-", ".", ",", " ", "e3", "0x", "\xa0", "\xb2", "98979", "104512"];
const good = bigInt({ min: 0n, max: 99_999_999_999_999n }).map(String);
const value = oneof(madeOf(words, inHeader), wounded(good, words, inHeader));

/** The same rule said once more, digit by digit. */
function model(values: string[]) {
  if (values.length > 1) return { ok: false, code: "seller_id_duplicate" };
  if (values.length === 0 || values[0] === "") return { ok: false, code: "seller_id_missing" };
  let sellerId = 0;
  for (const character of values[0] ?? "") {
    const digit = character.charCodeAt(0) - 48;
    const isLeadingZero = sellerId === 0 && digit === 0;
    if (digit < 0 || digit > 9 || isLeadingZero || sellerId >= 100_000_000_000)
      return { ok: false, code: "seller_id_malformed" };
    sellerId = sellerId * 10 + digit;
  }
  return { ok: true, sellerId };
}

/** The SellerId header, as often as it was sent. */
export const sellerId = sameAs(
  "SellerId",
  oneof(
    { weight: 9, arbitrary: value.map((one) => [one]) },
    { weight: 1, arbitrary: array(value, { maxLength: 3 }) },
  ),
  readSellerId,
  model,
);
