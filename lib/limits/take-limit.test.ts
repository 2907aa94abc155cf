import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, asVisitor } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { takeLimit, takeLimitsIn, takeSomeIn } from "./take-limit";

const limit = { name: "test", max: 5, windowSeconds: 3600 };
/** Lets so many slots of a counter's window pass. */
const passSlots = (slots: number) =>
  asFounder((tx) => tx.execute(sql`update limit_counters set slot = slot - ${slots}`));

describe("a limit", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it("lets exactly as many through as it says, however many come at once", async () => {
    const taken = await Promise.all(Array.from({ length: 30 }, () => takeLimit(limit, "race")));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect(taken.map(({ left }) => left)).toContain(0);
  });

  it("counts each key apart, and only asks when told to", async () => {
    expect(await takeLimit(limit, "asked", 0)).toMatchObject({ allowed: true, left: 5 });
    expect(await takeLimit(limit, "asked", 0)).toMatchObject({ allowed: true, left: 5 });
    expect(await takeLimit(limit, "asked")).toMatchObject({ allowed: true, left: 4 });
    expect(await takeLimit(limit, "other")).toMatchObject({ allowed: true, left: 4 });
  });

  it("is taken for many keys at once as one by one, in their order", async () => {
    const keys = ["b", ...Array.from({ length: 2000 }, () => "a"), "b"];
    const taken = await asVisitor((tx) => takeLimitsIn(tx, limit, keys));
    expect(taken.flatMap((allowed, index) => (allowed ? [keys[index]] : []))).toEqual([..."baaaaab"]);
    expect(await takeLimit(limit, "a", 0)).toMatchObject({ allowed: false });
    expect(await takeLimit(limit, "b", 0)).toMatchObject({ left: 3 });
    expect(await asVisitor((tx) => takeLimitsIn(tx, limit, ["a", "b"]))).toEqual([false, true]);
  });

  it("gives as many of those wanted as there is room for, also to several who come at once", async () => {
    const some = (wanted: number) => asVisitor((tx) => takeSomeIn(tx, limit, "some", wanted));
    expect(await some(0)).toEqual({ count: 0, retryAfterSeconds: 0 });
    expect(await some(1)).toEqual({ count: 1, retryAfterSeconds: 0 });
    const counts = (await Promise.all([some(3), some(3), some(3)])).map(({ count }) => count);
    expect(counts.sort()).toEqual([0, 1, 3]);
    const none = await some(2);
    expect(none.count).toBe(0);
    expect(none.retryAfterSeconds).toBeGreaterThan(3000);
  });

  it("slides: what was taken long ago makes room first, and the wait is told", async () => {
    for (let i = 0; i < 3; i++) await takeLimit(limit, "slide");
    await passSlots(30);
    for (let i = 0; i < 2; i++) await takeLimit(limit, "slide");
    const refused = await takeLimit(limit, "slide");
    expect(refused).toMatchObject({ allowed: false, left: 0 });
    expect(refused.retryAfterSeconds).toBeGreaterThan(29 * 60 - 60);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(30 * 60);
    await passSlots(31);
    expect(await takeLimit(limit, "slide")).toMatchObject({ allowed: true, left: 2 });
    await passSlots(61);
    expect(await takeLimit(limit, "slide")).toMatchObject({ allowed: true, left: 4 });
  });

  it("keeps no address or name in its table", async () => {
    await takeLimit(limit, "ada@example.test 203.0.113.9");
    const rows = await asFounder((tx) => tx.execute<{ key: string }>(sql`select key from limit_counters`));
    expect(JSON.stringify(rows)).not.toMatch(/ada|203\.0/);
  });
});
