import { expect, test } from "vitest";
import { Shares } from "./shares";

test("one network has its share and no more, the others theirs, and all together what there is", () => {
  const shares = new Shares(10, 4);
  expect(shares.take("a", 4)).toBe(true);
  expect(shares.take("a", 1)).toBe(false);
  expect([shares.take("b", 4), shares.take("c", 3), shares.take("c", 2)]).toEqual([true, false, true]);
  expect(shares.take("d", 1)).toBe(false);
  shares.give("a", 1);
  expect([shares.take("d", 1), shares.take("a", 1)]).toEqual([true, false]);
});

test("what was refused was not taken, and what was given back can be taken again", () => {
  const shares = new Shares(4, 4);
  expect([shares.take("a", 5), shares.take("a", 4)]).toEqual([false, true]);
  shares.give("a", 4);
  expect(shares.take("b", 4)).toBe(true);
});
