"use client";
import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import { fill } from "./fill";
import { useFormAnswer } from "./form-context";
import { fieldId } from "./form-field";
import { Glyph } from "./glyph";

type Props = { name: string; label: string; options: { value: string; label: string }[]; chosen?: string[] };

/**
 * Several ticks under one name, all set at first unless `chosen` names those that are. After a refusal they are as
 * they were sent; the first one carries the field's id, so that an error can lead to it.
 */
export function FormCheckboxes({ name, label, options, chosen }: Props) {
  const { id, refusal, texts } = useFormAnswer();
  const first = fieldId(id, name);
  const code = refusal?.fields?.[name];
  const error = code && fill(texts?.fieldErrors[code] ?? "", refusal?.facts);
  const kept = refusal?.values && (refusal.values[name] ?? "").split(",");
  return (
    <fieldset aria-describedby={error ? `${first}-error` : undefined} className="field">
      <legend className="field-label mb-1.5">{label}</legend>
      <div className="choices">
        {options.map((option, index) => {
          const optionId = index === 0 ? first : `${first}-${index}`;
          return (
            <div className="choice" key={option.value}>
              <input
                aria-invalid={error ? true : undefined}
                className="choice-box"
                defaultChecked={(kept ?? chosen)?.includes(option.value) ?? true}
                id={optionId}
                name={name}
                type="checkbox"
                value={option.value}
              />
              <label htmlFor={optionId}>{option.label}</label>
            </div>
          );
        })}
      </div>
      {error && (
        <p className="field-error" data-field={name} id={`${first}-error`}>
          <Glyph of={circleAlert} />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
