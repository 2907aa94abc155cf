import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { env } from "./env";
import {
  checksum,
  hashSecret,
  makeLinkToken,
  makeSecret,
  randomBase62,
  sameDigest,
  seal,
  secretHint,
  unseal,
} from "./secrets";

describe("a secret", () => {
  it("has the shape that scanners know: prefix, 40 base62, checksum", () => {
    const demo = makeSecret("demo");
    expect(demo).toMatch(/^mps_test_[0-9A-Za-z]{46}$/);
    expect(makeSecret("production")).toMatch(/^mps_live_[0-9A-Za-z]{46}$/);
    expect(checksum(demo.slice(0, -6))).toBe(demo.slice(-6));
    expect(secretHint(demo)).toBe(demo.slice(-4));
  });

  it("ends in the CRC-32 (IEEE) of the rest, in six base62 digits", () => {
    // The check value of CRC-32 for "123456789" is cbf43926, which is 3,421,780,262.
    const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const value = [...checksum("123456789")].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
    expect(value).toBe(0xcbf43926);
    expect(checksum("")).toBe("000000");
  });

  it("is never made twice, and uses every character alike", () => {
    const text = randomBase62(62_000);
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // A thousand each; six standard deviations are about 190.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190);
    expect(new Set(Array.from({ length: 200 }, () => makeSecret("demo"))).size).toBe(200);
  });

  it("is stored as a hash that depends on its pepper", () => {
    const secret = makeSecret("demo");
    const [once, again] = [hashSecret(secret), hashSecret(secret)];
    if (!once || !again) throw new Error("no pepper");
    expect(sameDigest(once.hash, again.hash)).toBe(true);
    expect(sameDigest(once.hash, again.hash.subarray(1))).toBe(false);
    expect(hashSecret(secret, "unknown pepper")).toBeUndefined();
  });
});

it("the token of a link holds 256 random bits, and is stored as its hash", () => {
  const { token, hash } = makeLinkToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(hash).toEqual(createHash("sha256").update(token).digest());
  expect(makeLinkToken().token).not.toBe(token);
});

describe("what is sealed", () => {
  it("names its key, and has 96 random bits, a tag of 128 and the rest", () => {
    expect(seal("abc")).toMatch(/^k1\.[\w-]{16}\.[\w-]{22}\.[\w-]{4}$/);
    expect(seal("abc")).not.toBe(seal("abc"));
  });

  it("is nothing where there is no key", () => {
    const { KEYS } = env();
    env().KEYS = [];
    try {
      expect(() => seal("abc")).toThrow("KEYS is empty");
    } finally {
      env().KEYS = KEYS;
    }
  });

  it("opens to what it was, whatever it was", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => unseal(seal(text)) === text));
  });

  it("does not open when a single character was changed", () => {
    const sealed = seal("a letter with a link in it");
    for (let at = sealed.indexOf(".") + 1; at < sealed.length; at += 3) {
      if (sealed[at] === ".") continue;
      const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
      expect(() => unseal(changed)).toThrow();
    }
  });

  it("does not open under a key that is gone", () => {
    expect(() => unseal(seal("x").replace(/^k1/, "k0"))).toThrow("KEYS has no key k0");
  });
});
