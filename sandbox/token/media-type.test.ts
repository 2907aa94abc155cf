import { describe, expect, test } from "vitest";
import { readMediaType } from "./media-type";

const form = "application/x-www-form-urlencoded";

describe("a Content-Type", () => {
  test.each([
    [form, "form"],
    [form.toUpperCase(), "form"],
    [`${form};charset=UTF-8`, "form"],
    [`${form} ; charset="utf-8" ; x=y`, "form"],
    [`${form};`, "form"],
    [` \t${form} `, "form"],
    [`${form}\u00a0`, "malformed"],
    ["application/json", "other"],
    ["multipart/form-data; boundary=xyz", "other"],
    ["text/plain", "other"],
    [undefined, "malformed"],
    ["", "malformed"],
    ["application", "malformed"],
    ["application/", "malformed"],
    ["/json", "malformed"],
    ["a b/c", "malformed"],
    [`${form}, application/json`, "malformed"],
    [`${form}; charset`, "malformed"],
    [`${form}; charset="utf-8`, "malformed"],
  ] as const)("%s is %s", (header, expected) => {
    expect(readMediaType(header)).toBe(expected);
  });

  test("is judged in one pass, however it is made", () => {
    const started = performance.now();
    expect(readMediaType(`a/b${"; ".repeat(8000)}!`)).toBe("malformed");
    expect(readMediaType(`a/b${" ".repeat(16_000)}!`)).toBe("malformed");
    expect(readMediaType(`a/b;x="${'\\"'.repeat(8000)}`)).toBe("malformed");
    expect(performance.now() - started).toBeLessThan(500);
  });
});
