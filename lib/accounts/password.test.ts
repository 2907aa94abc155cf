import { parseOptions } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { hashPassword, inPasswordQueue, matchesPassword } from "./password";

describe("passwords", () => {
  test("are kept as argon2id with 19 MiB, two passes, one lane, and a salt of their own", async () => {
    const [first, second] = [await hashPassword("correct horse"), await hashPassword("correct horse")];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(first)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(first).not.toBe(second);
  });

  test("match exactly, but for the ways one character can be encoded", async () => {
    const hash = await hashPassword("Café 🐎 ");
    expect(await matchesPassword(hash, "Cafe\u0301 🐎 ")).toBe(true);
    for (const typed of ["Café 🐎", "café 🐎 ", ""]) expect(await matchesPassword(hash, typed)).toBe(false);
  });

  test("of nobody never match, and take as long", async () => {
    const hash = await hashPassword("x");
    await matchesPassword(undefined, "warm");
    const time = async (of: string | undefined) => {
      const before = performance.now();
      expect(await matchesPassword(of, "guess")).toBe(false);
      return performance.now() - before;
    };
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let i = 0; i < 9; i++) {
      known.push(await time(hash));
      unknown.push(await time(undefined));
    }
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });
});

describe("inPasswordQueue", () => {
  test("works on two at a time, lets fifty wait, turns the rest away at once", async () => {
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await new Promise((resolve) => setImmediate(resolve));
      working--;
      return "done";
    };
    const answers = await Promise.all(Array.from({ length: 60 }, () => inPasswordQueue(work)));
    expect(most).toBe(2);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(52);
    expect(answers.slice(52)).toEqual(Array(8).fill(null));
    expect(await inPasswordQueue(work)).toBe("done");
  });

  test("goes on after work that failed", async () => {
    const fail = () => inPasswordQueue(() => Promise.reject(new Error("no")));
    await Promise.allSettled([fail(), fail(), fail(), fail()]);
    expect(await inPasswordQueue(async () => 1)).toBe(1);
  });
});
