import { expect, it } from "vitest";
import { newId } from "../id";
import { createLinkedClientInput, linkClientInput, linkForOthersInput, unlinkClientInput } from "./input";

const agreed = { sellerId: "104512", terms: "on", confirm: "on" };
const takes = (input: { safeParse: (values: unknown) => { success: boolean } }, values: object) =>
  input.safeParse(values).success;

it("a link is agreed to with both ticks, for one of the page's seller accounts", () => {
  expect(linkClientInput.parse(agreed)).toEqual({ ...agreed, sellerId: 104512, duration: "none" });
  for (const wrong of [
    { terms: undefined },
    { confirm: undefined },
    { terms: "true" },
    { sellerId: "0" },
    { sellerId: "1234567890123" },
    { sellerId: "1 " },
    { duration: "30" },
    { typedSellerId: "1".repeat(21) },
    { organisationId: newId() },
  ])
    expect(takes(linkClientInput, { ...agreed, ...wrong }), JSON.stringify(wrong)).toBe(false);
  expect(takes(linkClientInput, { ...agreed, typedSellerId: "1".repeat(20), duration: "365" })).toBe(true);
  expect(createLinkedClientInput.shape.sellerId.safeParse("01").success).toBe(false);
});

it("a link ends now or on a day, for one of the reasons", () => {
  const end = { linkId: newId(), reason: "other" };
  expect(unlinkClientInput.parse(end).when).toBe("now");
  for (const when of ["now", " 2030-01-31 "]) expect(takes(unlinkClientInput, { ...end, when })).toBe(true);
  for (const wrong of [{ when: "later" }, { when: "2030-1-31" }, { reason: "lapsed" }, { linkId: "1" }])
    expect(takes(unlinkClientInput, { ...end, ...wrong }), JSON.stringify(wrong)).toBe(false);
});

it("the marketplace's staff name a client and say why", () => {
  const order = { clientId: "FeedWise", reason: "asked by phone" };
  expect(linkForOthersInput.parse({ ...order, clientId: " FeedWise " })).toEqual(order);
  expect(takes(linkForOthersInput, { ...order, clientId: "x" })).toBe(true);
  expect(takes(linkForOthersInput, { clientId: "x".repeat(200), reason: "r".repeat(300) })).toBe(true);
  for (const wrong of [
    { clientId: " " },
    { clientId: "x".repeat(201) },
    { reason: "" },
    { reason: "r".repeat(301) },
  ])
    expect(takes(linkForOthersInput, { ...order, ...wrong }), JSON.stringify(wrong)).toBe(false);
});
