import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Refusal, refuse } from "@/lib/result";
import type { FormTexts } from "./form-context";
import { RefusalSummary } from "./refusal-summary";

const texts = {
  refusals: { invalid: "Look again.", sign_in_again: "Confirm.", unavailable: "Our side." },
  fieldErrors: { required: "Fill this in.", bad_choice: "Choose one." },
  colon: ": ",
  reference: "Reference",
  mend: "Sign in",
} as unknown as FormTexts;

function show(refusal: Refusal) {
  const labels = { email: "E-mail", name: "Name" };
  return renderToStaticMarkup(<RefusalSummary formId="f" labels={labels} refusal={refusal} texts={texts} />);
}

test("leads to each wrong field in the order of the page", () => {
  const html = show(refuse("invalid", { fields: { name: "required", email: "bad_choice" } }));
  expect(html).toMatch(/role="alert"/);
  expect(html).toMatch(/data-code="invalid"/);
  expect(html).toMatch(/href="#f-email">E-mail<\/a>: Choose one\..*href="#f-name">Name<\/a>: Fill this in\./);
});

test("says what no visible field can say", () => {
  const html = show(refuse("invalid", { fields: { linkId: "bad_choice" } }));
  expect(html).toContain('<li data-field="linkId">Choose one.</li>');
});

test("leads to what mends it, and names the incident", () => {
  expect(show(refuse("sign_in_again", { facts: { href: "/sign-in" } }))).toContain(
    'href="/sign-in">Sign in<',
  );
  expect(show(refuse("unavailable", { reference: "abc" }))).toContain("Reference abc");
});
