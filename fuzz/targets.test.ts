import { nat, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { sameAs } from "./target";
import { targets } from "./targets";

describe("readers of what strangers send", () => {
  // Another seed each time: what one run does not find the next may.
  test.each(targets)("$name", ({ run }) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    expect({ seed, failure: run(3000, seed).failure }).toEqual({ seed, failure: null });
  });
});

describe("the fuzzing itself", () => {
  test("finds a reader that is wrong in one place, and tells the smallest input", () => {
    const wrong = sameAs(
      "wrong",
      nat(10_000),
      (n) => (n >= 100 ? n + 1 : n),
      (n) => n,
    );
    const { failure } = wrong.run(1000, 1);
    expect(failure?.split("\n")[0]).toBe("100");
  });

  test("takes a reader that throws for a wrong one", () => {
    const fragile = sameAs(
      "fragile",
      string(),
      (text) => JSON.parse(`"${text}"`),
      (text) => text,
    );
    expect(fragile.run(1000, 1).failure).not.toBeNull();
  });

  test("makes the same inputs of the same seed, and as many as asked for", () => {
    const collect = (seed: number) => {
      const seen: string[] = [];
      const target = sameAs(
        "collect",
        string(),
        (text) => seen.push(text) && text,
        (text) => text,
      );
      expect(target.run(50, seed).count).toBe(50);
      return seen;
    };
    expect(collect(7)).toEqual(collect(7));
    expect(collect(7)).not.toEqual(collect(8));
  });
});
