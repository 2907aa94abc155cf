import { describe, expect, it } from "vitest";
import { checkBody } from "./check-body";
import { exampleOf, findById } from "./example";
import { type OperationId, operations } from "./operations";
import { readParameters } from "./read-parameters";

const named = (id: OperationId) => {
  const operation = findById(id);
  if (!operation) throw new Error(id);
  return exampleOf(operation);
};

describe("the example of an operation", () => {
  it.each(operations)(
    "$id can be made as it stands, and its answer is what the description promises",
    (one) => {
      const { values, body, status, answer } = exampleOf(one);
      for (const { name, required } of one.parameters) if (required) expect(values[name]).toBeTruthy();
      const query = new URLSearchParams(Object.entries(values)).toString();
      expect(readParameters(one, query, values, (name) => [values[name] ?? ""])).toMatchObject({ ok: true });
      expect(body === undefined).toBe(one.body === undefined);
      if (one.body) expect(checkBody(one.body.schema, body)).toEqual({});
      expect(JSON.stringify(body ?? null)).not.toMatch(/\{\w+\}/);
      expect(status).toBe(one.status);
      expect(answer === undefined).toBe(one.answer === null);
      if (one.answer) expect(checkBody(one.answer, answer)).toEqual({});
    },
  );

  it("is the same each time, and short", () => {
    for (const one of operations) {
      expect(exampleOf(one)).toEqual(exampleOf(one));
      const { items = [] } = (exampleOf(one).answer ?? {}) as { items?: unknown[] };
      expect(items.length).toBeLessThan(10);
    }
  });

  it("acts on what the account has: an order that waits is approved, one that was accepted is shipped", () => {
    const [approved] = [named("orders.approve").values.orderId];
    expect(approved).not.toBe(named("orders.ship").values.orderId);
    expect(named("orders.ship").body).toMatchObject([
      { orderLineIds: [`${named("orders.ship").values.orderId}-1`] },
    ]);
    const ofAnother = findById("orders.get");
    expect(ofAnother && exampleOf(ofAnother, 104512).values).not.toEqual(named("orders.get").values);
  });

  it("is of no operation where the id is none", () => {
    for (const word of ["", "orders", "constructor", "orders.delete"]) expect(findById(word)).toBeUndefined();
  });
});
