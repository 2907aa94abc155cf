import type { Text } from "../../_text/text";
import { Button } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { PlainForm } from "../../_ui/plain-form";

/** The one box for whatever somebody was told on the phone. */
export function SearchForm({ q, t }: { q?: string; t: Text }) {
  return (
    <PlainForm method="get" role="search" to="/operator/lookup">
      <Field
        autoCapitalize="none"
        autoComplete="off"
        defaultValue={q}
        label={t.lookup.q}
        maxLength={200}
        name="q"
        spellCheck={false}
        type="search"
      />
      <Button variant="primary">{t.lookup.submit}</Button>
    </PlainForm>
  );
}
