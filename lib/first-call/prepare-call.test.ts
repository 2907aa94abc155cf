import { describe, expect, it } from "vitest";
import { parseForm } from "../form";
import { operations as registry } from "../seller-data/operations";
import { firstCallInput } from "./input";
import { prepareCall } from "./prepare-call";

const typed = { clientId: "FeedWise", clientSecret: "s", sellerId: "98979" };
const parse = (over: Record<string, string>) => {
  const parsed = parseForm(firstCallInput, { ...typed, ...over });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields));
  return parsed.view;
};
const prepare = (over: Record<string, string>) => prepareCall(parse(over));

describe("a call", () => {
  it.each(registry.map(({ id }) => id))("%s can be made without a single field", (operation) => {
    const prepared = prepare({ operation });
    expect(prepared).toMatchObject({ ok: true });
    expect(prepared.ok && prepared.view.path).not.toMatch(/[{}]/);
  });

  it("puts what was typed into path and query, and leaves out what stayed empty", () => {
    const listed = {
      operation: "orders.list",
      "p-pageIndex": "2",
      "p-status": "Shipped,Accepted",
      "p-sort": "",
    };
    expect(prepare(listed)).toMatchObject({
      view: { method: "GET", path: "/orders?pageIndex=2&status=Shipped%2CAccepted", headers: {} },
    });
    expect(prepare({ operation: "orders.get", "p-orderId": " A-1 ", "p-pageIndex": "7" })).toMatchObject({
      view: { path: "/orders/A-1" },
    });
    // A wrong value goes out as it is: what the API says about it is what somebody came for.
    expect(prepare({ operation: "orders.list", "p-pageSize": "many" })).toMatchObject({
      view: { path: "/orders?pageSize=many" },
    });
    expect(prepare({ operation: "offerPackages.create", "p-salesChannelId": "CDISFR" })).toMatchObject({
      view: { method: "POST", path: "/offer-packages", headers: { salesChannelId: "CDISFR" } },
    });
  });

  it.each(["..", ".", "a/b", "a?b", "%2e%2e", "a b", "x".repeat(65), "é"])(
    "never leaves its route by an id such as %j",
    (id) => {
      expect(prepare({ operation: "orders.get", "p-orderId": id })).toMatchObject({
        code: "invalid",
        fields: { "p-orderId": "bad_characters" },
      });
    },
  );

  it("asks for what a path cannot do without, and for a body", () => {
    expect(prepare({ operation: "orders.get", "p-orderId": "" })).toMatchObject({
      fields: { "p-orderId": "required" },
    });
    expect(prepare({ operation: "messages.send", body: " " })).toMatchObject({
      fields: { body: "required" },
    });
    expect(prepare({ operation: "offerPackages.create", "p-salesChannelId": "a\r\nb: c" })).toMatchObject({
      fields: { "p-salesChannelId": "bad_characters" },
    });
  });

  it("checks the shape of a body, and sends it byte for byte", () => {
    const approve = { operation: "orders.approve", "p-orderId": "A1" };
    expect(prepare({ ...approve, body: "{" })).toMatchObject({ fields: { body: "bad_json" } });
    expect(prepare({ ...approve, body: '{"approval_status":"Maybe"}' })).toMatchObject({
      fields: { body: "bad_shape" },
      facts: { place: "approval_status" },
    });
    const body = '{ "approval_status" : "Accepted" }';
    expect(prepare({ ...approve, body })).toMatchObject({
      view: { method: "POST", body, headers: { "content-type": "application/json" } },
    });
    expect(prepare({ operation: "discussions.update" })).toMatchObject({
      view: { method: "PATCH", headers: { "content-type": "application/json-patch+json" } },
    });
  });

  it("refuses fields that no operation has", () => {
    expect(parseForm(firstCallInput, { ...typed, "p-nothing": "1" })).toMatchObject({ code: "invalid" });
    expect(parseForm(firstCallInput, { ...typed, orderId: "1" })).toMatchObject({ code: "invalid" });
  });
});
