import { afterEach, describe, expect, it } from "vitest";
import { makeFormKey, readFormKey } from "./accounts/form-key";
import type { Right } from "./accounts/rights";
import { moveClock } from "./clock";
import { checkFormKey, renewForm } from "./form";
import { refuse } from "./result";

afterEach(() => moveClock(0));

const offered = { sellerId: ["104512"] };
const keyOf = (act: Right) =>
  makeFormKey({ act, holder: "me", organisationId: "o", path: "/link-client?clientId=x", offered });
const consents: Right[] = ["link client", "link unreviewed client"];

describe("a form whose key grew old", () => {
  it("comes back with a fresh one that promises the same", () => {
    const text = keyOf("unlink client");
    expect(checkFormKey(text, "me")).toMatchObject({ ok: true, view: { offered } });
    moveClock(86_401);
    const refusal = checkFormKey(text, "me");
    if (refusal.ok) throw new Error("an old key was taken");
    expect(refusal.code).toBe("stale");
    expect(checkFormKey(refusal.formKey ?? "", "me")).toMatchObject({ ok: true, view: { offered } });
  });

  it.each(consents)("leads to its page where it agrees to something: %s", (act) => {
    const text = keyOf(act);
    moveClock(601);
    expect(checkFormKey(text, "me")).toEqual(refuse("stale", { facts: { href: "/link-client?clientId=x" } }));
  });
});

describe("a form whose key was used", () => {
  const used = refuse("stale", { facts: { at: "then" } });
  const renewed = (act: Right) => renewForm(used, readFormKey(keyOf(act)) as never);

  it("can be sent again, but for one that agrees to something", () => {
    expect(renewed("unlink client")).toMatchObject({ facts: { at: "then" }, formKey: expect.any(String) });
    for (const act of consents) {
      expect(renewed(act)).toMatchObject({ facts: { at: "then", href: "/link-client?clientId=x" } });
      expect(renewed(act).formKey).toBeUndefined();
    }
  });

  it("of somebody else, or nobody's, gets nothing", () => {
    for (const text of [keyOf("link client"), keyOf("unlink client"), "", "x.y"]) {
      expect(checkFormKey(text, "you")).toEqual(refuse("stale"));
    }
  });
});
