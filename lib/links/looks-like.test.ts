import { describe, expect, it } from "vitest";
import { looksLike, oddLetters } from "./looks-like";

describe("what looks alike", () => {
  it.each([
    ["FeedWise", "feed-wise"],
    ["FeedWise", "FееdWise"],
    ["FeedWise", "Feed W1se"],
    ["FeedWise", "FeedWise Support"],
    ["FeedWise", "feedwsie"],
    ["FeedWise", "Feedwisе"],
    ["Modern Feeds", "modem feeds"],
    ["Ａtelier Code", "atelier-code"],
    ["féédwise", "FeedWise"],
  ])("%s and %s", (one, other) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  it.each([
    ["FeedWise", "Plugin Harbor"],
    ["FeedWise", "Feed"],
    ["Shop", "Shopping Feeds"],
    ["Atelier Code", "Atelier Blanc"],
    ["", ""],
    ["---", "..."],
  ])("not %s and %s", (one, other) => {
    expect(looksLike(one, other)).toBe(false);
    expect(looksLike(other, one)).toBe(false);
  });

  it("names the letters that no clientId holds", () => {
    expect(oddLetters("FeedWise")).toEqual([]);
    expect(oddLetters("FееdWisе")).toEqual(["е"]);
    expect(oddLetters("feed\u200bwise")).toEqual(["\u200b"]);
    expect(oddLetters("абвгдежз")).toHaveLength(5);
  });
});
