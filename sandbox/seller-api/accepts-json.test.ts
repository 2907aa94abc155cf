import { expect, test } from "vitest";
import { acceptsJson } from "./accepts-json";

test.each([
  [undefined, true],
  ["", true],
  ["*/*", true],
  ["application/json", true],
  ["Application/JSON; charset=utf-8", true],
  ["text/html, application/*;q=0.1", true],
  ["application/json, text/plain, */*", true],
  ["text/html", false],
  ["application/xml, text/*", false],
  ["application/json;q=0", false],
  ["*/*, application/json;q=0", false],
  ["application/json;q=0.5, */*;q=0", true],
] as const)("Accept %s: %s", (header, expected) => {
  expect(acceptsJson(header)).toBe(expected);
});
