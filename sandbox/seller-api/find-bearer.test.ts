import { expect, test } from "vitest";
import { findBearer } from "./find-bearer";

test.each([
  [["Bearer abc"], "", { token: "abc" }],
  [["bearer abc"], "x=1", { token: "abc" }],
  [["Bearer a b"], "", { token: "a b" }],
  [[], "", "missing"],
  [["Bearer"], "", "missing"],
  [["Bearer "], "", "missing"],
  [["Basic abc"], "", "missing"],
  [[], "access_token=abc", "misplaced"],
  [["Bearer abc"], "access_token=abc", "misplaced"],
  [["Bearer abc"], "access%5Ftoken=", "misplaced"],
  [["Bearer abc", "Bearer abc"], "", "misplaced"],
] as const)("%j with ?%s: %j", (headers, query, expected) => {
  expect(findBearer([...headers], query)).toEqual(expected);
});
