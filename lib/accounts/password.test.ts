import { parseOptions } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { newPassword } from "./input";
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

  test("of nobody never match, whatever is typed", async () => {
    for (const typed of ["", "guess", "correct horse"])
      expect(await matchesPassword(undefined, typed)).toBe(false);
  });
});

describe("a password to be", () => {
  const fits = (text: string) => newPassword.safeParse(text).success;

  test("has ten to 256 characters, and is taken as it is", () => {
    for (const length of [10, 64, 100, 256]) {
      const typed = "p ".repeat(length / 2);
      expect(newPassword.safeParse(typed)).toMatchObject({ success: true, data: typed });
    }
    expect(fits("\u{1F40E}".repeat(10))).toBe(true);
    for (const typed of ["", "123456789", "\u{1F40E}".repeat(9), "p".repeat(257)])
      expect(fits(typed)).toBe(false);
  });

  test("counts to its last character: nothing behind the 64th or the 72nd is cut off", async () => {
    const long = "p".repeat(255);
    const hash = await hashPassword(`${long}a`);
    expect(await matchesPassword(hash, `${long}a`)).toBe(true);
    expect(await matchesPassword(hash, `${long}b`)).toBe(false);
    expect(await matchesPassword(hash, long)).toBe(false);
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
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => inPasswordQueue(`address ${i % 6}`, work)),
    );
    expect(most).toBe(2);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(52);
    expect(answers.slice(52)).toEqual(Array(8).fill(null));
    expect(await inPasswordQueue("any", work)).toBe("done");
  });

  test("lets twenty wait from one address, so that others still get in", async () => {
    const work = () => new Promise<string>((resolve) => setImmediate(resolve, "done"));
    const flood = Array.from({ length: 40 }, () => inPasswordQueue("one", work));
    const honest = inPasswordQueue("another", work);
    expect((await Promise.all(flood)).filter((answer) => answer === "done")).toHaveLength(22);
    expect(await honest).toBe("done");
  });

  test("takes a /64 of addresses for one", async () => {
    const work = () => new Promise<string>((resolve) => setImmediate(resolve, "done"));
    const flood = Array.from({ length: 40 }, (_, i) => inPasswordQueue(`2001:db8::${i}`, work));
    expect((await Promise.all(flood)).filter((answer) => answer === "done")).toHaveLength(22);
  });

  test("goes on after work that failed", async () => {
    const fail = () => inPasswordQueue("any", () => Promise.reject(new Error("no")));
    await Promise.allSettled([fail(), fail(), fail(), fail()]);
    expect(await inPasswordQueue("any", async () => 1)).toBe(1);
  });
});
