import { array, assert, constantFrom, oneof, property, string, tuple, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readForm } from "./read-form";

const read = (body: string) => readForm(Buffer.from(body));

/** The same rules said once more, slowly: split, turn plus into space, decode byte by byte. */
function model(body: string) {
  const fields = new Map<string, string>();
  let hasDuplicates = false;
  for (const pair of body.split("&").filter((part) => part !== "")) {
    const [name = "", ...rest] = pair.split("=");
    const key = decodeSlowly(name);
    if (fields.has(key)) hasDuplicates = true;
    else fields.set(key, decodeSlowly(rest.join("=")));
  }
  return { fields, hasDuplicates };
}

function decodeSlowly(text: string) {
  const source = Buffer.from(text);
  const bytes: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const three = source.subarray(i, i + 3).toString("latin1");
    if (/^%[0-9a-f]{2}$/i.test(three)) {
      bytes.push(Number.parseInt(three.slice(1), 16));
      i += 2;
    } else bytes.push(source[i] === 0x2b ? 0x20 : (source[i] ?? 0));
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

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

  test("reads whatever arrives as the slow model does", () => {
    const piece = oneof(constantFrom("&", "=", "+", "%", "%20", "%C3%A9", "%ff", "%0", " "), string());
    assert(
      property(array(piece), (pieces) => {
        const body = pieces.join("");
        expect(read(body)).toEqual(model(body));
      }),
      { numRuns: 3000 },
    );
  });

  test("does not fail on bytes that are no text", () => {
    assert(property(tuple(uint8Array()), ([bytes]) => readForm(Buffer.from(bytes)).fields instanceof Map));
  });
});
