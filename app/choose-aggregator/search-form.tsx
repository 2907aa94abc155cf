import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";

type Props = { q: string; t: Text; to: string; hidden?: Record<string, string> };

/** Asks the directory for a name; the answer is the same page with the words in its address. */
export function SearchForm({ q, t, to, hidden }: Props) {
  const { searchLabel, search } = t.directory;
  return (
    <PlainForm hidden={hidden} method="get" role="search" to={to}>
      <Field
        autoCapitalize="none"
        autoComplete="off"
        defaultValue={q}
        label={searchLabel}
        maxLength={100}
        name="q"
        spellCheck={false}
        type="search"
      />
      <Button variant="primary">{search}</Button>
    </PlainForm>
  );
}
