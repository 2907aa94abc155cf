import { describe, expect, it } from "vitest";
import { pathOf, readQuery } from "./read-query";

describe("the address of the consent page", () => {
  it("is read and written back the same", () => {
    for (const query of ["", "?clientId=Feed+Wise&as=aggregator&via=directory", "?invitation=abc"]) {
      const raw = Object.fromEntries(new URLSearchParams(query));
      expect(pathOf(readQuery(raw))).toBe(`/link-client${query}`);
    }
  });

  it("is trimmed, takes the first of two, and drops what it does not know", () => {
    const query = readQuery({ clientId: [" FeedWise ", "other"], as: "operator", evil: "1" });
    expect(query).toEqual({ clientId: "FeedWise", as: null, via: "", invitation: "" });
    expect(pathOf(query)).toBe("/link-client?clientId=FeedWise");
  });
});
