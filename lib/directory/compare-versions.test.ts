import { describe, expect, it } from "vitest";
import { compareVersions, type EntryContent } from "./compare-versions";

const entry: EntryContent = {
  displayName: "Feed Loft",
  description: "Sends offers and stock.",
  logo: null,
  website: "https://feedloft.example",
  methods: ["delegation", "own-credentials"],
  supportUrl: "mailto:help@feedloft.example",
};
const changed = (...states: Parameters<typeof compareVersions>) =>
  compareVersions(...states)
    .filter(({ isChanged }) => isChanged)
    .map(({ field }) => field);

describe("a submission beside what was before", () => {
  it("has no changes where it is the first", () => {
    expect(changed(entry, null, null)).toEqual([]);
  });

  it("differs from what was decided last, and from what is public, each by itself", () => {
    const decided = { ...entry, displayName: "Feed Left" };
    const live = { ...entry, logo: "/logos/a.webp" };
    expect(changed(entry, decided, null)).toEqual(["displayName"]);
    expect(changed(entry, entry, live)).toEqual(["logo"]);
    expect(changed(entry, decided, live)).toEqual(["displayName", "logo"]);
    expect(compareVersions(entry, decided, live)[0]).toEqual({
      field: "displayName",
      now: "Feed Loft",
      decided: "Feed Left",
      live: "Feed Loft",
      isChanged: true,
    });
  });

  it("takes the order of ticks for nothing", () => {
    expect(changed(entry, { ...entry, methods: ["own-credentials", "delegation"] }, null)).toEqual([]);
    expect(changed(entry, { ...entry, methods: ["delegation"] }, null)).toEqual(["methods"]);
  });
});
