import { describe, expect, test } from "vitest";
import { foldClientId, isClientIdShape } from "@/lib/clients/client-id";
import { makeChance } from "./chance";
import { makeAggregators } from "./make-aggregators";

const at = new Date("2026-03-01T12:00:00Z");
const made = makeAggregators(5000, makeChance(7), at, []);

describe("made-up aggregators", () => {
  test("are as many as asked for, each with a name, an address and a fold of its own", () => {
    expect(made).toHaveLength(5000);
    for (const key of [
      (one: (typeof made)[number]) => one.listing.displayName.toLowerCase(),
      (one: (typeof made)[number]) => one.listing.website,
      (one: (typeof made)[number]) => one.client.fold,
      (one: (typeof made)[number]) => one.listing.nameSkeleton,
    ]) {
      expect(new Set(made.map(key)).size).toBe(5000);
    }
  });

  test("have clientIds that their owners could have chosen", () => {
    const wrong = made.filter(
      ({ client }) => !isClientIdShape(client.clientId) || foldClientId(client.clientId) !== client.fold,
    );
    expect(wrong.map(({ client }) => client.clientId)).toEqual([]);
  });

  test("live under reserved names, reachable in plain letters", () => {
    const wrong = made.filter(
      ({ listing }) => !/^https:\/\/[a-z]+(-[a-z]+)+\.example$/.test(listing.website),
    );
    expect(wrong.map(({ listing }) => listing.website)).toEqual([]);
  });

  test("write their names in many scripts", () => {
    for (const script of ["Latin", "Greek", "Cyrillic", "Arabic", "Han", "Katakana", "Hangul"]) {
      const letters = new RegExp(`\\p{Script=${script}}`, "u");
      const count = made.filter(({ listing }) => letters.test(listing.displayName)).length;
      expect(count, script).toBeGreaterThan(20);
    }
    expect(made.filter(({ listing }) => /[à-ž]/.test(listing.displayName)).length).toBeGreaterThan(500);
  });

  test("leave out what is taken, and come out the same again", () => {
    const fold = made[0]?.client.fold ?? "";
    expect(fold).not.toBe("");
    const others = makeAggregators(100, makeChance(7), at, [fold]);
    expect(others.map(({ client }) => client.fold)).not.toContain(fold);
    const again = makeAggregators(5000, makeChance(7), at, []);
    expect(again.map(({ listing }) => listing.displayName)).toEqual(
      made.map(({ listing }) => listing.displayName),
    );
  });

  test("cannot be more than there are names", () => {
    expect(() => makeAggregators(100_000, makeChance(7), at, [])).toThrow("names can be made");
  });
});
