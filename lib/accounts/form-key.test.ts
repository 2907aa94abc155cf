import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { asVisitor } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import { newId } from "../id";
import { refuse } from "../result";
import { atOnce, makeVisitor } from "./act.testing";
import { isFormKeyAlive, makeFormKey, readFormKey, spendFormKey, wasOffered } from "./form-key";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

const promise = {
  act: "unlink client" as const,
  holder: "h",
  organisationId: "o",
  path: "/x",
  offered: { sellerId: ["1"] },
};

describe("a form key", () => {
  test("says what the page promised, for a day", () => {
    const key = readFormKey(makeFormKey(promise));
    if (!key) throw new Error("unreadable");
    expect(key).toMatchObject(promise);
    moveClock(86_399);
    expect(isFormKeyAlive(key)).toBe(true);
    moveClock(86_401);
    expect(isFormKeyAlive(key)).toBe(false);
  });

  test("of a consent counts for ten minutes", () => {
    for (const act of ["link client", "link unreviewed client"] as const) {
      moveClock(0);
      const key = readFormKey(makeFormKey({ ...promise, act }));
      if (!key) throw new Error("unreadable");
      moveClock(599);
      expect(isFormKeyAlive(key)).toBe(true);
      moveClock(601);
      expect(isFormKeyAlive(key)).toBe(false);
    }
  });

  test("opens only as it was made", () => {
    const text = makeFormKey(promise);
    const [body = "", signature = ""] = text.split(".");
    const other = Buffer.from(JSON.stringify({ ...promise, organisationId: "p" })).toString("base64url");
    for (const odd of [
      "",
      ".",
      body,
      `${body}.`,
      `.${signature}`,
      `${other}.${signature}`,
      `${body}A.${signature}`,
    ])
      expect(readFormKey(odd)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (odd) => readFormKey(odd) === null && readFormKey(`${body}.${odd}`) === null),
    );
  });

  test("offers what was offered and nothing else", () => {
    const visitor = makeVisitor("link client", { sellerId: ["104512", "104513"] });
    expect(wasOffered(visitor, "sellerId", "104513")).toBe(true);
    for (const [field, choice] of [
      ["sellerId", "1"],
      ["reference", "1"],
      ["clientId", "104512"],
    ] as const)
      expect(wasOffered(visitor, field, choice)).toBe(false);
    expect(wasOffered({ ...visitor, key: null }, "sellerId", "104512")).toBe(false);
  });

  test("is used by one of ten at once; the others learn what the first made", async () => {
    const visitor = makeVisitor("link client");
    const made = newId();
    const results = await atOnce(10, () => asVisitor((tx) => spendFormKey(tx, visitor, made)));
    expect(results.filter((result) => result === null)).toHaveLength(1);
    for (const result of results.filter((one) => one !== null))
      expect(result).toMatchObject({
        code: "stale",
        facts: { subjectId: made, at: expect.stringContaining("T") },
      });
  });

  test("stays usable when the act is refused", async () => {
    const visitor = makeVisitor("link client");
    await asVisitor(async (tx) => {
      await spendFormKey(tx, visitor);
      return refuse("limit");
    });
    expect(await asVisitor((tx) => spendFormKey(tx, visitor))).toBeNull();
  });
});
