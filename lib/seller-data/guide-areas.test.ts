import { expect, it } from "vitest";
import { areaNames, areaOf, areasOf, operationsOf, readAreas } from "./guide-areas";
import { operations } from "./operations";

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it("every operation belongs to an area beside the one that has them all", () => {
  expect(operations.filter(({ id }) => areasOf(id).length === 0)).toEqual([]);
  expect([...areaOf("shop").operations]).toEqual(ids(operations));
});

it("an area without calls here names the routes that exist elsewhere", () => {
  const silent = areaNames.filter((name) => areaOf(name).operations.length === 0);
  expect(silent).toEqual(["finance", "fulfilment"]);
  for (const name of silent) expect(areaOf(name).elsewhere.length).toBeGreaterThan(0);
});

it("no route is said to be missing that is played", () => {
  const played = operations.map(({ method, path }) => `${method} ${path}`);
  const named = areaNames.flatMap((name) => areaOf(name).elsewhere);
  expect(named.filter((route) => played.includes(route))).toEqual([]);
});

it("shrinks to what was chosen and to the start of everything; nothing chosen is everything", () => {
  expect(ids(operationsOf(["discussions"]))).toEqual(
    expect.arrayContaining(["sellers.get", "discussions.list", "messages.send"]),
  );
  expect(ids(operationsOf(["discussions"]))).not.toContain("orders.list");
  expect(operationsOf(["orders", "discussions"]).length).toBeGreaterThan(operationsOf(["orders"]).length);
  expect(operationsOf([])).toEqual(operations);
  expect(ids(operationsOf(["finance"]))).toEqual(ids(operationsOf(["starter"])));
});

it("reads names, each once and in one order, and nothing else", () => {
  expect(readAreas("orders,offers, orders,nonsense,,constructor")).toEqual(["offers", "orders"]);
  expect(readAreas("")).toEqual([]);
});
