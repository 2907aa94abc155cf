import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { rights } from "@/lib/accounts/rights";
import { recordEvent } from "@/lib/audit/record-event";
import { done, type Result, refuse } from "@/lib/result";
import type { Mutation } from "./mutation-scenes";
import { mutations } from "./mutations";
import { isWhole, submitAtOnce } from "./submit-at-once";
import { unplayed } from "./unplayed";

beforeAll(ownDatabase);

const hundred = ["add secret", "unlink client"];
const played = mutations.map((mutation) => {
  const times = hundred.includes(mutation.name) ? 100 : mutation.leaves ? 4 : 2;
  return { name: mutation.name, times, mutation };
});

describe("the same form several times at once", () => {
  test.each(played)("$name, $times times: one effect", async ({ mutation, times }) => {
    const round = await submitAtOnce(mutation, times, "events");
    expect(round).toMatchObject({ comeBack: 0, thrown: [], isOne: true });
    expect([isWhole(mutation, round), round]).toEqual([true, round]);
  });
});

test("every right is either played or left out for a reason, and none is both", () => {
  const played = new Set<string>(mutations.map(({ name }) => name.replace(/ by invitation$/, "")));
  const all = Object.keys(rights);
  expect(all.filter((right) => !played.has(right) && !(right in unplayed))).toEqual([]);
  expect([...played].filter((right) => right in unplayed || !all.includes(right))).toEqual([]);
  expect(Object.entries(unplayed).filter(([right, why]) => !all.includes(right) || why.length < 20)).toEqual(
    [],
  );
  expect(Object.keys(unplayed).length).toBeLessThanOrEqual(24);
});

const note = () =>
  asFounder((tx) => recordEvent(tx, { name: "x" }, { type: "note.added", organisationId: null }));

/** A form whose first press does something, and what the later ones do. */
function pressed(later: () => Promise<Result<unknown>>): Mutation {
  const prepare = async () => {
    let presses = 0;
    return () => (presses++ === 0 ? note().then(() => done({})) : later());
  };
  return { name: "add staff note", leaves: "note.added", prepare };
}
const stale = async () => refuse("stale");
const look = async (mutation: Mutation) => {
  const round = await submitAtOnce(mutation, 3, "everything");
  return { ...round, isWhole: isWhole(mutation, round) };
};

describe("a round is whole where one is done and leaves what it leaves alone", () => {
  test("and the others are refused, or told to come back", async () => {
    expect(await look(pressed(stale))).toMatchObject({ done: 1, refused: { stale: 2 }, isWhole: true });
    const busy = async () => Promise.reject(new Error("the database did not answer in time"));
    expect(await look(pressed(busy))).toMatchObject({ done: 1, comeBack: 2, isWhole: true });
  });

  test("not where it is done twice, unless that is only said", async () => {
    const twice = pressed(() => note().then(() => done({})));
    expect(await look(twice)).toMatchObject({ done: 3, left: { events: 3 }, isWhole: false });
    expect(await look({ ...twice, tellsAll: true })).toMatchObject({ isOne: false, isWhole: false });
    const said = pressed(async () => done({}));
    expect(await look(said)).toMatchObject({ done: 3, isWhole: false });
    expect(await look({ ...said, tellsAll: true })).toMatchObject({ isOne: true, isWhole: true });
  });

  test("not where one throws, or is refused and leaves something", async () => {
    const broken = pressed(async () => Promise.reject(new Error("deadlock detected")));
    expect(await look(broken)).toMatchObject({ thrown: Array(2).fill("deadlock detected"), isWhole: false });
    expect(await look(pressed(() => note().then(stale)))).toMatchObject({ done: 1, isWhole: false });
  });

  test("a form that does nothing, or does not tell of it, is no mutation", async () => {
    const nothing = { name: "add staff note", prepare: async () => async () => done({}) } as const;
    await expect(look(nothing)).rejects.toThrow("leaves {}");
    const { prepare } = pressed(stale);
    await expect(look({ name: "add staff note", leaves: "ticket.noted", prepare })).rejects.toThrow("leaves");
    await expect(look({ ...nothing, prepare: async () => stale })).rejects.toThrow("is refused");
  });
});
