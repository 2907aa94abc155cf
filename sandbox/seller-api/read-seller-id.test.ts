import { describe, expect, test } from "vitest";
import { readSellerId } from "./read-seller-id";

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

  test.each(["1", "98979", "999999999999"])("%s is a number", (value) => {
    expect(readSellerId([value])).toEqual({ ok: true, sellerId: Number.parseInt(value, 10) });
  });
});
