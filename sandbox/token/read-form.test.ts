import { assert, property, tuple, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readForm } from "./read-form";

const read = (body: string) => readForm(Buffer.from(body));

describe("a form body", () => {
  test("plus, %20 and a raw space are all a space; nothing is trimmed", () => {
    const { fields } = read("a=x+y&b=x%20y&c=x y&d=+x+");
    expect(Object.fromEntries(fields)).toEqual({ a: "x y", b: "x y", c: "x y", d: " x " });
  });

  test("an encoded plus stays a plus, and a percent sign that starts no escape stays one", () => {
    const { fields } = read("a=x%2By&b=100%&c=%zz");
    expect(Object.fromEntries(fields)).toEqual({ a: "x+y", b: "100%", c: "%zz" });
  });

  test("the first of two counts, and that there were two is told", () => {
    expect(read("a=1&a=2")).toEqual({ fields: new Map([["a", "1"]]), hasDuplicates: true });
    expect(read("a=1&b=2").hasDuplicates).toBe(false);
  });

  test("names of Object's own are names like others", () => {
    expect(read("__proto__=1&constructor=2").fields).toEqual(
      new Map([
        ["__proto__", "1"],
        ["constructor", "2"],
      ]),
    );
  });

  test("beside a broken escape other characters stay what they are", () => {
    const { fields } = read("a=100% é&b=€%ff");
    expect(Object.fromEntries(fields)).toEqual({ a: "100% é", b: "€\ufffd" });
  });

  test("does not fail on bytes that are no text", () => {
    assert(property(tuple(uint8Array()), ([bytes]) => readForm(Buffer.from(bytes)).fields instanceof Map));
  });
});
