"use client";
import type { FieldCode } from "@/lib/result";
import { Field, type FieldProps } from "./field";
import { fill } from "./fill";
import { useFormAnswer } from "./form-context";

/** Sentences that fit this field better than the general ones. */
type Sentences = { errors?: Partial<Record<FieldCode, string>> };

/**
 * A `Field` that knows its form's last answer: after a refusal it shows its own error and keeps what was typed.
 * Passwords and secrets come back empty, because refusals never carry them.
 */
export function FormField({ errors, ...props }: FieldProps & Sentences) {
  const { id, refusal, texts } = useFormAnswer();
  const code = refusal?.fields?.[props.name];
  const sentence = code && (errors?.[code] ?? texts?.fieldErrors[code]);
  const frame = {
    id: fieldId(id, props.name),
    error: sentence ? fill(sentence, refusal?.facts) : props.error,
  };
  const kept = refusal?.values;
  if (props.kind === "checkbox") {
    // An unticked box is not sent at all, so its absence among kept values is what was chosen.
    const defaultChecked = kept ? kept[props.name] === (props.value ?? "on") : props.defaultChecked;
    return <Field {...props} {...frame} defaultChecked={defaultChecked} />;
  }
  return <Field {...props} {...frame} defaultValue={kept?.[props.name] ?? props.defaultValue} />;
}

/** The id of a field inside a form, unique on pages with several forms. */
export function fieldId(formId: string, name: string) {
  return formId ? `${formId}-${name}` : name;
}
