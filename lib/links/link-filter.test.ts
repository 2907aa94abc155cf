import { describe, expect, it } from "vitest";
import { canonicalQuery, readLinkFilter, readShownFilter, writeLinkFilter } from "./link-filter";

describe("the filter in an address", () => {
  it("is read as far as it names choices, and comes back as it was", () => {
    const query = {
      q: " épi ",
      status: "ended",
      lamp: "told",
      health: "failing",
      ends: "soon",
      tag: "Große Läden",
      sort: "-sellerId",
    };
    const { filter } = readLinkFilter(query);
    expect(filter).toEqual({ ...query, q: "épi" });
    expect(readLinkFilter(Object.fromEntries(new URLSearchParams(writeLinkFilter(filter, "x"))))).toEqual({
      filter,
      after: "x",
    });
  });

  it("has no sign that the database has not", () => {
    expect(canonicalQuery("q=a%00b&tag=%00&status=open")).toBe("status=open&q=ab");
  });

  it("narrows nothing where it is nonsense, twice or too much", () => {
    const nonsense = {
      status: "all",
      lamp: "no",
      health: "--",
      sort: "name",
      ends: "late",
      q: "  ",
      after: "",
    };
    expect(Object.values(readLinkFilter(nonsense).filter).filter(Boolean)).toEqual([]);
    expect(readLinkFilter({ q: ["a", "b"], status: ["open", "ended"] }).filter).toMatchObject({
      q: "a",
      status: "open",
    });
    expect(readLinkFilter({ q: "x".repeat(5000) }).filter.q).toHaveLength(100);
  });

  it("means open links on the page, unless something else is asked for", () => {
    const statusOf = (query: Record<string, string>) => readShownFilter(query).filter.status;
    expect(statusOf({})).toBe("open");
    expect(statusOf({ health: "failing" })).toBe("open");
    expect(statusOf({ status: "" })).toBeUndefined();
    expect(statusOf({ status: "ended" })).toBe("ended");
    expect(statusOf({ q: "200123" })).toBeUndefined();
    expect(statusOf({ lamp: "link" })).toBeUndefined();
    // What the page shows is what its export gets.
    const shown = readShownFilter({ lamp: "told" }).filter;
    const exported = Object.fromEntries(new URLSearchParams(writeLinkFilter(shown)));
    expect(readLinkFilter(exported).filter).toEqual(shown);
  });

  it("has one way to be written, whatever stands in an address besides", () => {
    const odd = "sort=sellerId&x=<script>&tag=VIP&status=ended&after=abc&tag=two&done=ended";
    expect(canonicalQuery(odd)).toBe("status=ended&tag=VIP&sort=sellerId");
    expect(canonicalQuery(canonicalQuery(odd))).toBe(canonicalQuery(odd));
    expect(canonicalQuery("")).toBe("status=open");
  });
});
