import { expect, test } from "vitest";
import { bringsForm, findBearer, holdsToken } from "./find-bearer";

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

test.each([
  [{ "content-length": "1", "content-type": "application/x-www-form-urlencoded" }, true],
  [{ "transfer-encoding": "chunked", "content-type": "Application/X-WWW-Form-URLencoded; charset=x" }, true],
  [{ "content-length": "0", "content-type": "application/x-www-form-urlencoded" }, false],
  [{ "content-type": "application/x-www-form-urlencoded" }, false],
  [{ "content-length": "1", "content-type": "application/json" }, false],
  [{ "content-length": "1" }, false],
  [{}, false],
])("%j brings a form: %s", (headers, expected) => {
  expect(bringsForm(headers)).toBe(expected);
});

test.each([
  ["access_token=abc", true],
  ["a=b&access%5Ftoken=", true],
  ["access_token", true],
  ["access_token_type=abc", false],
  ["a=access_token", false],
  ["", false],
])("the form %j holds a token: %s", (form, expected) => {
  expect(holdsToken(Buffer.from(form))).toBe(expected);
});
