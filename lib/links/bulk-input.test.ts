import { describe, expect, it } from "vitest";
import { startBulkRunInput } from "./bulk-input";

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
});
