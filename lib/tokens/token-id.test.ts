import { expect, test } from "vitest";
import { makeTokenId, tokenMadeAt } from "./token-id";

test("a token's id carries its millisecond, and is another each time", () => {
  const at = Date.UTC(2026, 10, 22, 3, 4, 5, 678);
  expect(tokenMadeAt({ jti: makeTokenId(at), iat: 1 })).toBe(at);
  expect(makeTokenId(at)).not.toBe(makeTokenId(at));
});

test("an id of another make leaves the second of iat", () => {
  expect(tokenMadeAt({ jti: "trrtcc:something", iat: 1_800_000_000 })).toBe(1_800_000_000_000);
});
