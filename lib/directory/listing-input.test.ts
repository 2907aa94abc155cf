import { expect, it } from "vitest";
import { parseForm } from "../form";
import { findAllGaps, isAtDomain, needsReview } from "./listing-fields";
import { saveListingInput } from "./listing-input";

const parse = (over: Record<string, unknown>) =>
  parseForm(saveListingInput, { displayName: "Quillon", ...over });

it.each([
  ["help@company.com", "mailto:help@company.com"],
  ["mailto:Help@Company.com", "mailto:Help@Company.com"],
  ["https://company.com/help", "https://company.com/help"],
  ["", ""],
])("%s is an address for support", (supportUrl, expected) => {
  expect(parse({ supportUrl })).toMatchObject({ ok: true, view: { supportUrl: expected } });
});

it.each([
  [{ supportUrl: "mailto:help@company.com?bcc=x@y.com" }, { supportUrl: "bad_email" }],
  [{ supportUrl: "javascript:alert(1)" }, { supportUrl: "url_malformed" }],
  [{ supportUrl: "javascript://a@b.com" }, { supportUrl: "bad_email" }],
  [{ supportUrl: "http://company.com" }, { supportUrl: "url_not_https" }],
  [{ website: "http://company.com" }, { website: "url_not_https" }],
  [{ website: "https://10.0.0.1/" }, { website: "url_ip_literal" }],
  [{ website: "https://portal.internal/" }, { website: "url_not_public" }],
  [{ website: "https://user:pass@company.com/" }, { website: "url_userinfo" }],
  [{ website: "company.com" }, { website: "url_malformed" }],
  [{ website: `https://company.com/${"a".repeat(300)}` }, { website: "too_long" }],
  [{ displayName: "" }, { displayName: "required" }],
  [{ displayName: "a".repeat(61) }, { displayName: "too_long" }],
  [{ description: "a".repeat(401) }, { description: "too_long" }],
  [{ description: "a\u202eb" }, { description: "bad_characters" }],
  [{ methods: "delegation,other" }, { methods: "bad_choice" }],
  [{ logo: "data:image/svg+xml,x" }, { logo: "file_type" }],
  [{ clientRowId: "1" }, { clientRowId: "bad_choice" }],
])("%j is refused at its field", (over, fields) => {
  expect(parse(over)).toMatchObject({ ok: false, code: "invalid", fields });
});

it("takes the boxes that are ticked, in one order, and a form without files as it comes", () => {
  const sent = { methods: ",own-credentials,delegation", logo: "", noLogo: "", description: "a\r\n b\tc" };
  expect(parse(sent)).toMatchObject({
    ok: true,
    view: { methods: ["delegation", "own-credentials"], description: "a b c" },
  });
});

it("a website is at a domain or below it, and not beside it", () => {
  expect(isAtDomain("https://company.com/", "company.com")).toBe(true);
  expect(isAtDomain("https://www.COMPANY.com/", "company.com")).toBe(true);
  for (const other of ["https://evilcompany.com/", "https://company.com.evil.com/", "https://com/", ""])
    expect(isAtDomain(other, "company.com")).toBe(false);
});

const fields = {
  clientRowId: "1",
  displayName: "Quillon",
  description: "Sends offers and stock.",
  website: "https://company.com/a",
  methods: ["delegation" as const],
  logo: null,
  supportUrl: "mailto:help@company.com",
};

it("only who it is and where is looked at again", () => {
  for (const change of [
    { description: "x" },
    { methods: [] },
    { supportUrl: "" },
    { website: "https://company.com/b" },
  ])
    expect(needsReview({ ...fields, ...change }, fields)).toBe(false);
  for (const change of [
    { displayName: "x" },
    { logo: "/logos/x" },
    { clientRowId: "2" },
    { website: "https://b.company.com/a" },
  ])
    expect(needsReview({ ...fields, ...change }, fields)).toBe(true);
});

it("a whole draft lacks nothing", () => {
  expect(findAllGaps(fields, { isClientLive: true, domain: "company.com" })).toEqual({});
});
