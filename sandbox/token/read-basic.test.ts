import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readBasic } from "./read-basic";

const header = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("HTTP Basic", () => {
  test("is read in any case of the scheme, split at the first colon", () => {
    const encoded = Buffer.from("my-client:a:b").toString("base64");
    for (const scheme of ["Basic", "basic", "BASIC"]) {
      expect(readBasic(`${scheme} ${encoded}`)).toEqual({ clientId: "my-client", secret: "a:b" });
    }
  });

  test("both parts are percent-decoded, plus is a space, & and = are themselves", () => {
    expect(readBasic(header("Feed+Wise:100%25%20sure"))).toEqual({
      clientId: "Feed Wise",
      secret: "100% sure",
    });
    expect(readBasic(header("Feed Wise:a&b=c"))).toEqual({ clientId: "Feed Wise", secret: "a&b=c" });
  });

  test("beside a broken escape other characters stay what they are", () => {
    expect(readBasic(header("Café%:100% é"))).toEqual({ clientId: "Café%", secret: "100% é" });
  });

  test("another scheme is none of ours", () => {
    expect(readBasic(undefined)).toBeUndefined();
    expect(readBasic("Bearer abc")).toBeUndefined();
    expect(readBasic("Basically abc")).toBeUndefined();
  });

  test("Basic that cannot be read says so", () => {
    for (const text of ["Basic", "Basic ", "Basic !!!", "Basic a b", header("no colon")]) {
      expect(readBasic(text)).toBe("malformed");
    }
  });

  test("gives back what a client encoded by RFC 6749 2.3.1", () => {
    const encode = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
    const text = string({ unit: "grapheme", maxLength: 40 });
    assert(
      property(text, text, (clientId, secret) => {
        expect(readBasic(header(`${encode(clientId)}:${encode(secret)}`))).toEqual({ clientId, secret });
      }),
      { numRuns: 2000 },
    );
  });

  test("does not fail on bytes that are no text", () => {
    assert(
      property(uint8Array(), (bytes) => {
        const found = readBasic(`Basic ${Buffer.from(bytes).toString("base64")}`);
        expect(found).toBeDefined();
      }),
    );
  });
});
