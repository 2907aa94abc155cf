import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { env } from "../env";
import { nextPath } from "./next-path";

const door = "/door";

describe("nextPath", () => {
  test.each(["/", "/seller", "/clients/1?x=2&y=%2F#add-secret", "/a/../b", "/sign-in?next=%2Fx"])(
    "keeps %s",
    (next) => {
      const { pathname, search, hash } = new URL(next, env().PUBLIC_URL);
      expect(nextPath(next, door)).toBe(pathname + search + hash);
    },
  );

  test("keeps a path of two thousand characters, and none that is longer", () => {
    const path = `/${"a".repeat(1999)}`;
    expect(nextPath(path, door)).toBe(path);
    expect(nextPath(`${path}a`, door)).toBe(door);
  });

  test("resolves dots behind a segment that begins with one, and leaves the query alone", () => {
    expect(nextPath("/clients/.a/../1", door)).toBe("/clients/1");
    expect(nextPath("/.a/.?x=/../y", door)).toBe("/.a/?x=/../y");
  });

  test.each([
    "",
    "seller",
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/%2f/evil.test",
    "/%2Fevil.test/%2f",
    "/%5cevil.test",
    "/.//evil.test",
    "/..//evil.test",
    "/a/..//evil.test",
    "/x/.a/../..//evil.test",
    "/%2e//evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/a\u0000b",
    "/a b",
    "/a\u2028b",
    "https://evil.test",
    "https:/seller",
    "javascript:alert(1)",
    " /seller",
    `/${"a".repeat(2000)}`,
  ])("drops %j", (next) => {
    expect(nextPath(next, door)).toBe(door);
  });

  test("never leads to another origin, however a browser or a proxy reads it", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "%2f",
      "%5C",
      ".",
      "..",
      "@",
      ":",
      "evil.test",
      "\t",
      "?",
      "#",
      "http:",
      "a",
    );
    const crafted = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 })
      .map((all) => `/${all.join("")}`);
    fc.assert(
      fc.property(fc.oneof(crafted, fc.webUrl(), fc.string()), (next) => {
        const path = nextPath(next, door);
        const { origin } = new URL(path, env().PUBLIC_URL);
        expect(origin).toBe(env().PUBLIC_URL);
        expect(path).toMatch(/^\/(?![/\\]|%2f|%5c)[\x21-\x7e]*$/i);
      }),
      { numRuns: 2000 },
    );
  });
});
