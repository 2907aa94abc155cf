import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Refusal, refuse } from "@/lib/result";
import { FormContext, type FormTexts } from "./form-context";
import { FormField } from "./form-field";

const texts = {
  fieldErrors: { required: "Fill this in.", client_id_taken: "{clientId} is taken." },
} as unknown as FormTexts;

function within(refusal: Refusal | null, field: ReactNode) {
  return renderToStaticMarkup(<FormContext value={{ id: "make", refusal, texts }}>{field}</FormContext>);
}

test("shows the default before an answer, and what was typed after a refusal", () => {
  const field = <FormField defaultValue="suggested" label="clientId" name="clientId" />;
  expect(within(null, field)).toContain('value="suggested"');
  expect(within(refuse("invalid", { values: { clientId: "typed" } }), field)).toContain('value="typed"');
});

test("ties the error to its control and names the field for checks", () => {
  const refusal = refuse("invalid", { fields: { clientId: "client_id_taken" }, facts: { clientId: "shop" } });
  const html = within(refusal, <FormField hint="Public." label="clientId" name="clientId" />);
  expect(html).toContain('aria-describedby="make-clientId-hint make-clientId-error"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toMatch(/data-field="clientId" id="make-clientId-error".*shop is taken\./);
});

test("a box that was not ticked stays unticked, whatever its default", () => {
  const box = <FormField defaultChecked kind="checkbox" label="Terms" name="terms" />;
  expect(within(null, box)).toContain("checked");
  expect(within(refuse("invalid", { values: {} }), box)).not.toContain("checked");
  expect(within(refuse("invalid", { values: { terms: "on" } }), box)).toContain("checked");
});

test("a field's own sentence wins over the general one", () => {
  const refusal = refuse("invalid", { fields: { seller: "required" } });
  const field = <FormField errors={{ required: "Choose a shop." }} label="Shop" name="seller" />;
  expect(within(refusal, field)).toContain("Choose a shop.");
  expect(within(refusal, field)).not.toContain("Fill this in.");
});
