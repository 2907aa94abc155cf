import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMask } from "./mask";

const secrets = fc
  .string({ minLength: 4, maxLength: 80, unit: "binary" })
  .filter((text) => !text.includes("•"));

describe("the mask", () => {
  it("leaves no secret readable in any text around it, however an upstream encodes it", () => {
    const forms = [
      (text: string) => text,
      encodeURIComponent,
      (text: string) => JSON.stringify(text).slice(1, -1),
      (text: string) => new URLSearchParams({ x: text }).toString().slice(2),
      (text: string) => Buffer.from(text).toString("base64"),
      (text: string) => Buffer.from(text).toString("base64url"),
    ];
    fc.assert(
      fc.property(
        secrets,
        fc.string(),
        fc.string(),
        fc.constantFrom(...forms),
        (secret, before, after, form) => {
          const mask = makeMask();
          mask.learn(secret);
          expect(mask.text(`${before}${form(secret)}${after}`)).not.toContain(form(secret));
        },
      ),
    );
  });

  it("knows our own secrets and tokens without being told", () => {
    const text = "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln mps_live_abcdefghijkl";
    expect(makeMask().text(text)).not.toMatch(/c2ln|abcdefghijkl/);
  });

  it("leaves other text alone", () => {
    const mask = makeMask();
    mask.learn("hunter22");
    mask.learn("a");
    expect(mask.text('{"seller_id":104512,"shop":"a"}')).toBe('{"seller_id":104512,"shop":"a"}');
  });
});
