import { expect, it } from "vitest";
import { makeFormKey } from "@/lib/accounts/form-key";
import { actOf } from "./acting-for";

it("reads which act a form's key is for, whatever else stands in it", () => {
  const about = { holder: "h", organisationId: "o", offered: { name: ["Société Élan ✓"] } };
  for (const path of ["/links", "/choose-aggregator?q=été", "/a?b=>>>???"])
    expect(actOf(makeFormKey({ ...about, act: "unlink client", path }))).toBe("unlink client");
});

it("reads nothing from what is no key", () => {
  for (const text of ["", "key", "a.b.c", btoa("[]"), btoa('{"act":1}')]) expect(actOf(text)).toBe("");
});
