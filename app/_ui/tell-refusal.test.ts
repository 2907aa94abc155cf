import { expect, test } from "vitest";
import { en } from "../_text/en";
import { tellRefusal } from "./tell-refusal";

test("says the refusal with its facts", () => {
  expect(tellRefusal(en, { code: "too_many", facts: { minutes: "7" } })).toContain("7 min");
  expect(tellRefusal(en, { code: "stale" })).toBe(en.refusals.stale);
});

test("says a limit in its own words where it is known which one, and never its name", () => {
  expect(tellRefusal(en, { code: "limit", facts: { limit: "two_secrets" } })).toBe(en.limits.two_secrets);
  expect(tellRefusal(en, { code: "limit", facts: { limit: "unheard_of" } })).toBe(en.refusals.limit);
  expect(tellRefusal(en, { code: "limit" })).toBe(en.refusals.limit);
  expect(tellRefusal(en, { code: "invalid", facts: { limit: "two_secrets" } })).toBe(en.refusals.invalid);
});
