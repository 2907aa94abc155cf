import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateClientIds, foldClientId, isClientIdShape } from "./client-id";

/** The rule once more, written the slow way, as the judge of the regular expression. */
function isShapeByHand(text: string) {
  const letter = (c = "") => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z");
  const digit = (c = "") => c >= "0" && c <= "9";
  if (text.length < 8 || text.length > 80) return false;
  if (!letter(text[0])) return false;
  const last = text[text.length - 1];
  if (!letter(last) && !digit(last)) return false;
  if (text.includes("  ")) return false;
  return [...text].every((c) => letter(c) || digit(c) || c === " " || c === "-" || c === "@");
}

describe("the shape of a clientId", () => {
  it.each([
    "magnalister",
    "Zhongshan MayXeon Information Tech Ltd",
    "shop-partner@42",
    "abcdefgh",
    `a${"b".repeat(79)}`,
  ])("accepts %s", (clientId) => expect(isClientIdShape(clientId)).toBe(true));

  it.each([
    "",
    "abcdefg",
    `a${"b".repeat(80)}`,
    "1abcdefgh",
    "-abcdefgh",
    "abcdefgh-",
    "abcdefgh ",
    "abcd  efgh",
    "abcdéfgh",
    "abcd_efgh",
    "abcd.efgh",
    "аbcdefgh",
    "abcd\u200befgh",
    "abcdefgh\n",
    "abcdefgh😀",
  ])("refuses %j", (clientId) => expect(isClientIdShape(clientId)).toBe(false));

  it("agrees with the rule written by hand", () => {
    const alphabet = fc.constantFrom(..."abzAZ019 -@_.é\n");
    fc.assert(
      fc.property(
        fc.string({ unit: alphabet, maxLength: 90 }),
        (text) => isClientIdShape(text) === isShapeByHand(text),
      ),
      { numRuns: 3000 },
    );
  });
});

describe("the fold of a clientId", () => {
  it.each([
    ["FeedWise", "feedwise"],
    ["Feed Wise", "feed-wise"],
    ["FeedWise", "Feedw1se"],
    ["modern-shop", "modem-shop"],
    ["book-store", "b00kst0re"],
  ])("takes %s and %s for the same", (a, b) => expect(foldClientId(a)).toBe(foldClientId(b)));

  it("keeps different names apart", () => {
    expect(foldClientId("feedwise-app")).not.toBe(foldClientId("feedwisely"));
  });

  it("does not change with capitals, spaces, dashes or @", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abnmrilo01"), minLength: 1 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom(" ", "-", "@", ""), (words, joint) => {
        expect(foldClientId(words.join(joint).toUpperCase())).toBe(foldClientId(words.join("")));
      }),
    );
  });
});

describe("suggested clientIds", () => {
  it.each([
    "Maison Lumière",
    "Ünïcødé Straße GmbH",
    "東京商店",
    "A",
    "",
    "123 Shop",
    "  --  ",
    "x".repeat(300),
  ])("for %j all have the shape, and there are enough of them", (company) => {
    const candidates = candidateClientIds(company);
    expect(candidates.length).toBeGreaterThanOrEqual(20);
    expect(candidates.every(isClientIdShape)).toBe(true);
    expect(new Set(candidates).size).toBe(candidates.length);
  });

  it("start with the company's own name", () => {
    expect(candidateClientIds("Maison Lumière")[0]).toBe("maison-lumiere");
    expect(candidateClientIds("Acme")[0]).toBe("acme-app");
  });
});
