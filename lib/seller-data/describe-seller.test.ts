import { expect, test } from "vitest";
import { describeSeller } from "./describe-seller";

const row = {
  sellerId: 104512,
  shopName: "Maison Lumière",
  contactEmail: "shop@demo.test",
  createdAt: new Date("2026-02-03T04:05:06.789Z"),
};

test("a seller account has the documented fields, in the documented order", () => {
  const seller = describeSeller(row);
  expect(Object.keys(seller)).toEqual([
    "seller_id",
    "login",
    "api_login",
    "creation_date",
    "shop_name",
    "shop_url",
    "siret_number",
    "last_update_date",
    "delivery_modes",
    "subscription",
    "email",
    "sales_advices_email",
    "seller_state",
    "seller_sub_state",
    "subscription_step",
    "auto_accept_order",
    "fulfillment_profile_id",
    "seller_legal_information",
    "language",
  ]);
  expect(seller).toMatchObject({
    seller_id: 104512,
    shop_name: "Maison Lumière",
    email: "shop@demo.test",
    creation_date: "2026-02-03T04:05:06Z",
  });
  expect(seller.delivery_modes.href).toMatch(/^http.*\/seller\/v2\/sellers\/delivery-modes$/);
});

test("what is made up is the same each time, and another for another seller", () => {
  expect(describeSeller(row)).toEqual(describeSeller({ ...row }));
  expect(describeSeller({ ...row, sellerId: 104513 }).siret_number).not.toBe(
    describeSeller(row).siret_number,
  );
});

test("the company number has fourteen digits and passes the check of real ones", () => {
  for (let sellerId = 1; sellerId < 300; sellerId++) {
    const { siret_number: siret } = describeSeller({ ...row, sellerId });
    expect(siret).toMatch(/^000\d{11}$/);
    const luhn = [...siret].reverse().reduce((sum, digit, i) => {
      const n = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return sum + Math.floor(n / 10) + (n % 10);
    }, 0);
    expect(luhn % 10).toBe(0);
  }
});
