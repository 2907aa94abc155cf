import { expect, test } from "vitest";
import { splitTarget } from "./call";

test.each([
  ["/seller/v2/sellers?a=1?b", { path: "/seller/v2/sellers", query: "a=1?b" }],
  ["http://elsewhere:1/seller/v2/sellers?a", { path: "/seller/v2/sellers", query: "a" }],
  ["http://elsewhere", { path: "/", query: "" }],
  ["/a/../b//c", { path: "/a/../b//c", query: "" }],
  ["*", { path: "*", query: "" }],
])("%s", (target, expected) => {
  expect(splitTarget(target)).toEqual(expected);
});
