import { afterEach, describe, expect, it } from "vitest";
import { makeFormKey, readFormKey } from "./accounts/form-key";
import type { Right } from "./accounts/rights";
import { moveClock } from "./clock";
import { checkFormKey, renewForm, typedFiles, typedValues } from "./form";
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

describe("the files of a form", () => {
  it("are each field's first, of several under one name all, and none where a field was left empty", () => {
    const form = new FormData();
    const [one, two] = [new File(["1"], "one.txt"), new File(["2"], "two.txt")];
    for (const file of [one, two]) {
      form.append("file", file);
      form.append("csv", file);
    }
    // As a browser sends an empty field, and as it arrives from one with scripts.
    for (const name of ["", "undefined"]) form.append("logo", new File([], name));
    form.append("empty", new File([], "empty.txt"));
    expect(typedFiles(form)).toEqual({ file: [one, two], csv: one, empty: expect.any(File) });
  });
});

describe("a form that nobody fills in by hand", () => {
  it("is cut to the fields and files that any form can have, so that its answer stays small", () => {
    const form = new FormData();
    for (let at = 0; at < 5000; at++) {
      form.append(`f${at}`, "");
      form.append("file", new File(["x"], "x.txt"));
    }
    form.append("events", "late");
    form.append("events", "later");
    expect(Object.keys(typedValues(form))).toHaveLength(200);
    expect(typedFiles(form).file).toHaveLength(10);
  });
});
