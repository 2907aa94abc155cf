import { expect, test } from "vitest";
import { type Place, Places } from "./places";

test("two hundred are let in, and one more when one has left, however often he says so", () => {
  const places = new Places();
  const inside: Place[] = [];
  for (let place = places.take(); place; place = places.take()) inside.push(place);
  expect(inside).toHaveLength(200);
  for (const _ of [1, 2, 3]) places.leave(inside[0]);
  expect([places.take(), places.take()]).toEqual([expect.anything(), undefined]);
});
