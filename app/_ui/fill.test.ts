import { expect, test } from "vitest";
import { fill } from "./fill";

test("puts facts into a sentence, and nothing where a fact is unknown", () => {
  expect(fill("Made at {at} by {who}.", { at: "14:05" })).toBe("Made at 14:05 by .");
});

test("takes a fact as it is, even one that looks like a placeholder or a pattern", () => {
  expect(fill("{a} {b}", { a: "{b}", b: "$&" })).toBe("{b} $&");
});
