import { assert, date, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { keyInUse, planRotation, publishedKeys, type Scheduled, soonestUse } from "./key-schedule";

const ttlSeconds = 7200;
const hour = 3_600_000;
const day = 24 * hour;
const start = new Date("2026-01-01T00:00:00Z");
const at = (ms: number) => new Date(start.getTime() + ms);

/** Carries a plan out. */
function rotate(keys: Scheduled[], now: Date): Scheduled[] {
  const { add, remove } = planRotation(keys, now, ttlSeconds);
  const fresh = add.map((activeAt, i) => ({ kid: `${now.getTime()}-${i}`, activeAt }));
  return [...keys.filter(({ kid }) => !remove.includes(kid)), ...fresh];
}

describe("the schedule of signing keys", () => {
  test("starts with one key in use and one to come, ninety days ahead", () => {
    expect(planRotation([], start, ttlSeconds)).toEqual({ add: [start, at(90 * day)], remove: [] });
    const keys = rotate([], start);
    expect(rotate(keys, start)).toEqual(keys);
  });

  test("publishes the next key at least an hour ahead, also after a year without a worker", () => {
    const keys = rotate([], start);
    const late = at(365 * day);
    expect(planRotation(keys, late, ttlSeconds).add).toEqual([new Date(late.getTime() + hour)]);
  });

  test("keeps the old key until a day after its last token, and not longer", () => {
    const [first, second] = rotate([], start);
    if (!first || !second) throw new Error("no keys");
    const end = second.activeAt.getTime() + ttlSeconds * 1000 + day;
    expect(publishedKeys([first, second], new Date(end - 1), ttlSeconds)).toContain(first);
    expect(publishedKeys([first, second], new Date(end), ttlSeconds)).toEqual([second]);
    expect(planRotation([first, second], new Date(end), ttlSeconds).remove).toEqual([first.kid]);
  });

  test("plans the next key at the very moment the last one to come is in use", () => {
    const only = { kid: "a", activeAt: start };
    expect(planRotation([only], start, ttlSeconds)).toEqual({ add: [at(90 * day)], remove: [] });
  });

  test("does not depend on the order of the keys, nor on chance between two of one moment", () => {
    const [early, late, same] = [
      { kid: "z", activeAt: start },
      { kid: "a", activeAt: at(hour) },
      { kid: "b", activeAt: at(hour) },
    ];
    for (const keys of [
      [early, late, same],
      [same, late, early],
      [late, early, same],
    ]) {
      expect(publishedKeys(keys, at(hour), ttlSeconds)).toEqual([early, late, same]);
      expect(keyInUse(keys, at(hour - 1))).toBe(early);
      expect(keyInUse(keys, at(hour))).toBe(same);
    }
  });

  test("a key that signs early does so at once, where it was shown for an hour", () => {
    expect(soonestUse(start, at(hour - 1))).toEqual(at(hour));
    expect(soonestUse(start, at(hour + 1))).toEqual(at(hour + 1));
  });

  test("whenever it runs: one key in use, one to come, and no key signs that was not shown for an hour", () => {
    const steps = date({ min: start, max: at(1000 * day), noInvalidDate: true });
    assert(
      property(nat(40), steps, (extra, last) => {
        let keys: Scheduled[] = [];
        const shownSince = new Map<string, number>();
        const span = last.getTime() - start.getTime();
        for (let i = 0; i <= extra; i++) {
          const now = at((span * i) / (extra + 1));
          const usedBefore = keyInUse(keys, now);
          if (usedBefore && usedBefore.kid !== `${start.getTime()}-0`) {
            expect(now.getTime() - (shownSince.get(usedBefore.kid) ?? Number.NaN)).toBeGreaterThanOrEqual(
              hour,
            );
          }
          keys = rotate(keys, now);
          for (const { kid } of keys) if (!shownSince.has(kid)) shownSince.set(kid, now.getTime());
          expect(keys.filter(({ activeAt }) => activeAt > now)).toHaveLength(1);
          expect(keyInUse(keys, now)).toBeDefined();
          expect(publishedKeys(keys, now, ttlSeconds)).toHaveLength(keys.length);
        }
      }),
    );
  });
});
