import { expect, test } from "vitest";
import { auc, deviation } from "./auc";

test("the area is a half where nothing tells, and one where everything does, either way round", () => {
  expect(auc([1, 2, 3], [1, 2, 3])).toBe(0.5);
  expect(auc([1, 1], [1, 1, 1])).toBe(0.5);
  expect(auc([10, 11, 12], [1, 2, 3])).toBe(1);
  expect(auc([1, 2, 3], [10, 11, 12])).toBe(1);
});

test("it is the share of pairs in which the first took longer, ties counted half", () => {
  const [a, b] = [
    [5, 1, 4, 4, 9, 2],
    [3, 4, 4, 1, 8],
  ];
  const pairs = a.flatMap((x) => b.map((y): number => (x > y ? 1 : x === y ? 0.5 : 0)));
  const share = pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
  expect(auc(a, b)).toBeCloseTo(Math.max(share, 1 - share), 12);
});

test("three hundred of each miss by two hundredths, a thousand by one", () => {
  expect(deviation(300, 300)).toBeCloseTo(0.0236, 3);
  expect(deviation(1000, 1000)).toBeCloseTo(0.0129, 3);
});
