import { afterEach, describe, expect, test, vi } from "vitest";
import { now } from "../clock";
import { base32, findStep, hotp, makeTotpKey, stepAt, totpAddress } from "./totp";

const key = Buffer.from("12345678901234567890");
afterEach(() => vi.useRealTimers());

describe("codes of an authenticator app", () => {
  test("are those of RFC 4226, appendix D", () => {
    const codes = "755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" ");
    expect(codes.map((_, counter) => hotp(key, counter))).toEqual(codes);
  });

  test("are those of RFC 6238, appendix B, for SHA-1", () => {
    const vectors: [number, string][] = [
      [59, "94287082"],
      [1111111109, "07081804"],
      [1111111111, "14050471"],
      [1234567890, "89005924"],
      [2000000000, "69279037"],
      [20000000000, "65353130"],
    ];
    for (const [seconds, code] of vectors) expect(hotp(key, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  test("count one step before and after their own, and never again once used", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const step = stepAt(now());
    for (const offset of [-1, 0, 1]) expect(findStep(key, hotp(key, step + offset), 0)).toBe(step + offset);
    for (const offset of [-2, 2]) {
      const code = hotp(key, step + offset);
      const near = [-1, 0, 1].map((one) => hotp(key, step + one));
      if (!near.includes(code)) expect(findStep(key, code, 0)).toBeNull();
    }
    expect(findStep(key, hotp(key, step), step)).toBeNull();
    expect(findStep(key, hotp(key, step + 1), step)).toBe(step + 1);
    expect(findStep(makeTotpKey(), "not six", 0)).toBeNull();
  });
});

test("base32 is that of RFC 4648, section 10", () => {
  const vectors = {
    "": "",
    f: "MY",
    fo: "MZXQ",
    foo: "MZXW6",
    foob: "MZXW6YQ",
    fooba: "MZXW6YTB",
    foobar: "MZXW6YTBOI",
  };
  for (const [text, code] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(code);
  expect(base32(makeTotpKey())).toMatch(/^[A-Z2-7]{32}$/);
});

test("the address names portal and person, whatever they are called", () => {
  const address = totpAddress(key, "Seller portal (test)", "a+b&c@people.test");
  const url = new URL(address);
  expect(url.protocol).toBe("otpauth:");
  expect(decodeURIComponent(url.pathname)).toContain("a+b&c@people.test");
  expect(url.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(url.searchParams.get("issuer")).toBe("Seller portal (test)");
});
