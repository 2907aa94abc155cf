import { assert, constantFrom, oneof, property, string, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { readSellerId } from "./read-seller-id";

/** The same rule, character by character. */
function isGood(text: string) {
  if (text.length < 1 || text.length > 12 || text[0] === "0") return false;
  for (const char of text) if (!"0123456789".includes(char)) return false;
  return true;
}

describe("the SellerId header", () => {
  test("is missing when it is not there or empty, and twice when it is there twice", () => {
    expect(readSellerId([])).toEqual({ ok: false, code: "seller_id_missing" });
    expect(readSellerId([""])).toEqual({ ok: false, code: "seller_id_missing" });
    expect(readSellerId(["1", "1"])).toEqual({ ok: false, code: "seller_id_duplicate" });
    expect(readSellerId(["", ""])).toEqual({ ok: false, code: "seller_id_duplicate" });
  });

  test.each(["0", "01", "+1", "-1", "1.0", "1e3", "1 2", "1,2", "0x1", "١٢", "1234567890123", "98979\u00a0"])(
    "%s is malformed",
    (value) => {
      expect(readSellerId([value])).toEqual({ ok: false, code: "seller_id_malformed" });
    },
  );

  test("is one number for each good text, and malformed for every other", () => {
    const odd = string({ minLength: 1, unit: "binary" });
    const near = stringMatching(/^[0-9 +.-]{1,14}$/);
    assert(
      property(oneof(near, odd, constantFrom("999999999999")), (value) => {
        const expected = isGood(value)
          ? { ok: true, sellerId: Number.parseInt(value, 10) }
          : { ok: false, code: "seller_id_malformed" };
        expect(readSellerId([value])).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });
});
