import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { newId } from "../id";
import { noteSellerInput, saveViewInput, startBulkRunInput, tagSellerInput } from "./bulk-input";

/** The fields an input complains about, with the first complaint of each; null where it takes them. */
const faults = (
  input: { safeParse: (values: unknown) => z.ZodSafeParseResult<unknown> },
  values: unknown,
) => {
  const parsed = input.safeParse(values);
  return parsed.success ? null : parsed.error.issues.map(({ path, message }) => [path[0], message]);
};

describe("an act on many", () => {
  it("is asked for with what its act needs, and nothing else", () => {
    const parse = (values: Record<string, string>) =>
      startBulkRunInput.safeParse({ do: "start", query: "", ...values }).success;
    expect(parse({ act: "remind", message: "Please link us again." })).toBe(true);
    expect(parse({ act: "move", clientId: "Other-Client" })).toBe(true);
    for (const bad of [
      { act: "delete" },
      { act: "tag" },
      { act: "tag", tag: " " },
      { act: "unlink" },
      { act: "move" },
      { act: "withdraw" },
      { act: "unlink", reason: "lapsed" },
      { act: "remind", message: "see evil.example.com" },
      { act: "remind", message: "x".repeat(301) },
      { act: "tag", tag: "a", links: "1" },
      { act: "tag", tag: "a", reason: "other" },
    ] as Record<string, string>[])
      expect(parse(bad), JSON.stringify(bad)).toBe(false);
  });

  it("takes texts and lists as long as they may be, and not one longer", () => {
    const start = (values: object) => faults(startBulkRunInput, { do: "start", ...values });
    const ids = (many: number) => Array.from({ length: many }, newId).join(",");
    const message = (many: number) => ({ act: "remind", message: "x".repeat(many) });
    expect(start(message(300))).toBeNull();
    expect(start(message(301))).toEqual([["message", "too_long"]]);
    expect(start({ act: "tag", tag: "a", links: ids(200) })).toBeNull();
    expect(start({ act: "tag", tag: "a", links: ids(201) })).toEqual([["links", "too_long"]]);
    expect(start({ act: "tag", tag: "a", links: ",".repeat(8000) })).toBeNull();
    expect(start({ act: "tag", tag: "a", links: ",".repeat(8001) })).toEqual([["links", "too_long"]]);
    expect(start({ act: "tag", tag: "a", query: "x".repeat(2000) })).toBeNull();
    expect(start({ act: "tag", tag: "a", query: "x".repeat(2001) })).toEqual([["query", "too_long"]]);
    expect(start({ act: "unlink", reason: "other", typedCount: "123 456" })).toBeNull();
    expect(start({ act: "unlink", reason: "other", typedCount: "1234567" })).toEqual([
      ["typedCount", "bad_number"],
    ]);
  });
});

describe("words about a seller", () => {
  const linkId = newId();
  const note = (text: string) => faults(noteSellerInput, { do: "note", linkId, note: text });
  const tag = (text: string) => faults(tagSellerInput, { do: "tag", linkId, tag: text });
  const view = (name: string, query = "") => faults(saveViewInput, { do: "save", name, query });

  it("are as long as they may be, and not one longer", () => {
    expect([note("x".repeat(1000)), tag("x".repeat(30)), view("x".repeat(40))]).toEqual([null, null, null]);
    expect(note("x".repeat(1001))).toEqual([["note", "too_long"]]);
    expect(tag("x".repeat(31))).toEqual([["tag", "too_long"]]);
    expect(view("x".repeat(41))).toEqual([["name", "too_long"]]);
    expect(view("x", "x".repeat(2001))).toEqual([["query", "too_long"]]);
  });

  it("hide no secret, nor anything that shows as something else", () => {
    expect(note("two\r\nlines")).toBeNull();
    for (const text of ["a\u0000b", "a\tb", "a\u202Eb", "a\uD800b"])
      expect(note(text), JSON.stringify(text)).toEqual([["note", "bad_characters"]]);
    for (const text of ["mps_test_abc", "see MPS_LIVE_1"]) {
      expect(note(text)).toEqual([["note", "has_secret"]]);
      expect(tag(text)).toEqual([["tag", "has_secret"]]);
    }
  });
});
