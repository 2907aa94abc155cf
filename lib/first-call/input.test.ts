import { describe, expect, it } from "vitest";
import { parseForm } from "../form";
import { firstCallInput } from "./input";

const typed = { clientId: "FeedWise", clientSecret: "s", sellerId: "98979" };
const parse = (over: Record<string, string>) => parseForm(firstCallInput, { ...typed, ...over });

describe("the tester's form", () => {
  it("takes ids and secrets byte for byte, but for spaces around an id", () => {
    const odd = { clientId: "  ᖴeed 'Wise\u202e  ", clientSecret: " with a space ", sellerId: "\n00 7\t" };
    expect(parse(odd)).toMatchObject({
      ok: true,
      view: { clientId: "ᖴeed 'Wise\u202e", clientSecret: " with a space ", sellerId: "00 7" },
    });
  });

  it("asks for the open test seller where a form names none", () => {
    expect(parseForm(firstCallInput, { clientId: "FeedWise", clientSecret: "s" })).toMatchObject({
      ok: true,
      view: { sellerId: "98979", operation: "sellers.get", scenario: "" },
    });
  });

  it.each([
    ["clientId", "", "required"],
    ["clientId", "   ", "required"],
    ["clientId", "x".repeat(201), "too_long"],
    ["clientId", "a\0b", "bad_characters"],
    ["clientId", "a\ud800", "bad_characters"],
    ["clientSecret", "", "required"],
    ["sellerId", " ", "required"],
    ["sellerId", "9".repeat(201), "too_long"],
    ["operation", "sellers.delete", "bad_choice"],
    ["scenario", "explode", "bad_choice"],
  ])("refuses %s = %j: %s", (field, value, code) => {
    expect(parse({ [field]: value })).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { [field]: code },
    });
  });

  it("refuses what it does not know, such as an address to call", () => {
    expect(parse({ tokenUrl: "http://169.254.169.254/" })).toMatchObject({ ok: false, code: "invalid" });
  });
});
