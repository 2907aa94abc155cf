import { expect, it } from "vitest";
import { findById } from "./example";
import { listFields } from "./list-fields";

const fieldsOf = (id: string) => listFields(findById(id)?.body?.schema ?? {});

it("lists the fields of a body, those of lists and objects with their place", () => {
  expect(fieldsOf("orders.ship").map(({ place, required }) => [place, required])).toEqual([
    ["[].parcelNumber", true],
    ["[].carrierName", true],
    ["[].trackingUrl", false],
    ["[].orderLineIds", true],
  ]);
  expect(fieldsOf("offerPackages.fill").map(({ place }) => place)).toContain("[].price.sellingPrice");
  expect(fieldsOf("products.integrate").map(({ place }) => place)).toContain("products[].gtin");
});

it("names the values that are known", () => {
  expect(fieldsOf("orders.approve")).toEqual([
    { place: "approval_status", type: "string", known: ["Accepted", "Refused"], required: true },
  ]);
});
