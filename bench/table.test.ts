import { expect, test } from "vitest";
import { rows } from "./rows";
import { median, table } from "./table";

test("the median of odd and even many", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
});

test("a table lines its columns up", () => {
  expect(
    table(
      ["", "n"],
      [
        ["long name", "1"],
        ["x", "1000"],
      ],
    ),
  ).toBe(["", "              n", "long name     1", "x          1000"].join("\n"));
});

test("ratios are made round by round, and held against their goal", () => {
  const text = rows([
    { name: "token request", perCpuSecond: [60, 10, 300] },
    { name: "sign loop", perCpuSecond: [100, 20, 500] },
    { name: "bare http, token-sized", perCpuSecond: [600, 100, 3000] },
    { name: "bare http and the same select", perCpuSecond: [10, 10, 10] },
    { name: "grant-checked call", perCpuSecond: [7, 7, 7] },
  ]);
  const lines = text.split("\n").map((line) => line.trim().split(/\s{2,}/));
  expect(lines).toContainEqual(["token request : sign loop", "0.60", "0.50 - 0.60", "reached (0.55)"]);
  expect(lines).toContainEqual(["token request : bare http, token-sized", "0.10", "0.10 - 0.10"]);
  expect(lines).toContainEqual([
    "grant-checked call : bare http and the same select",
    "0.70",
    "0.70 - 0.70",
    "missed (0.80)",
  ]);
});
