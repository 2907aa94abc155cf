import { expect, test } from "vitest";
import { knownSeller } from "./known-seller";

const nothing = { expectedSellerId: "", reference: "" };

test("takes a SellerId and a reference as the form would", () => {
  const known = { expectedSellerId: "104512", reference: "Maison Lumière 7" };
  expect(knownSeller(known)).toEqual(known);
  expect(knownSeller({ reference: "shop" })).toEqual({ ...nothing, reference: "shop" });
  expect(knownSeller({})).toEqual(nothing);
});

test("leaves out what has another shape, each on its own", () => {
  for (const expectedSellerId of ["012", "12ab", "1234567890123", "<b>", ["1", "2"]]) {
    expect(knownSeller({ expectedSellerId, reference: "shop" })).toEqual({ ...nothing, reference: "shop" });
  }
  for (const reference of ["x".repeat(81), "a\u0007b", "a\u202Eb", ["a", "b"]]) {
    expect(knownSeller({ expectedSellerId: "5", reference })).toEqual({ ...nothing, expectedSellerId: "5" });
  }
});
