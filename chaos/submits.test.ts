import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { recordEvent } from "@/lib/audit/record-event";
import { done } from "@/lib/result";
import { mutations } from "./mutations";
import { isWhole, submitAtOnce } from "./submit-at-once";

beforeAll(ownDatabase);

const short = ["add secret", "link unreviewed client", "unlink client"];

describe("the same form a hundred times at once", () => {
  test.each(mutations.filter(({ name }) => short.includes(name)))("$name: one effect", async (mutation) => {
    const round = await submitAtOnce(mutation, 100);
    expect(round).toMatchObject({ done: 1, events: 1, thrown: [] });
  });

  test.each(mutations.filter(({ name }) => !short.includes(name)))(
    "$name, four times: one effect",
    async (mutation) => {
      const round = await submitAtOnce(mutation, 4);
      expect(round).toMatchObject({ done: 1, events: 1, thrown: [] });
    },
  );
});

test("an act that may be done twice, or that throws, is not whole", async () => {
  const note = () =>
    asFounder((tx) => recordEvent(tx, { name: "x" }, { type: "note.added", organisationId: null }));
  const twice = async () => note().then(() => done({}));
  expect(
    isWhole(
      await submitAtOnce({ name: "add staff note", leaves: "note.added", prepare: async () => twice }, 2),
    ),
  ).toBe(false);
  const broken = async () => Promise.reject(new Error("deadlock detected"));
  const round = await submitAtOnce(
    { name: "add staff note", leaves: "note.added", prepare: async () => broken },
    2,
  );
  expect([round.thrown, isWhole(round)]).toEqual([["deadlock detected", "deadlock detected"], false]);
});
