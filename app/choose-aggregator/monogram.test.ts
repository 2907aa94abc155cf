import { expect, test } from "vitest";
import { monogram } from "./monogram";

test.each([
  ["FeedWise", "F"],
  ["Achterdijk Bestellingen en Zonen", "AB"],
  ["élan d’Or", "ÉD"],
  ["月桥湾订单有限公司", "月"],
  ["𠮷田 7 feeds", "𠮷7"],
  ["!?", "?"],
  ["", "?"],
])("the letters of %s", (name, letters) => {
  expect(monogram(name)).toBe(letters);
});
