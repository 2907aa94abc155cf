import { expect, it } from "vitest";
import { readable } from "./readable";

it("breaks JSON into lines and leaves everything else as it came", () => {
  expect(readable('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  for (const text of ["", "<html>", '{"a":', "null and void"]) expect(readable(text)).toBe(text);
});

it("never makes much more of it than there was", () => {
  for (const depth of [10, 100, 1000, 100_000]) {
    const text = "[".repeat(depth) + "]".repeat(depth);
    expect(readable(text).length).toBeLessThanOrEqual(10 * text.length + 200);
  }
});
