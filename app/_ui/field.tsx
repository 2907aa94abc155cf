import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import { Checkbox, type CheckboxProps, Radios, type RadiosProps } from "./field-choice";
import {
  Input,
  type InputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
} from "./field-control";
import type { FieldFrame } from "./field-frame";
import { Glyph } from "./glyph";

export type FieldProps = FieldFrame &
  (InputProps | TextareaProps | SelectProps | CheckboxProps | RadiosProps);

/** The error of one field, found by checks and the summary through `data-field`. */
function FieldError({ id, name, error }: FieldFrame) {
  if (!error) return null;
  return (
    <p className="field-error" data-field={name} id={`${id ?? name}-error`}>
      <Glyph of={circleAlert} />
      <span>{error}</span>
    </p>
  );
}

/** One field of any kind with its label, hint and error, wired for assistive technology. */
export function Field(props: FieldProps) {
  if (props.kind === "checkbox")
    return (
      <div className="field">
        <Checkbox {...props} />
        <FieldError {...props} />
      </div>
    );
  if (props.kind === "radios")
    return (
      <Radios {...props}>
        <FieldError {...props} />
      </Radios>
    );
  const id = props.id ?? props.name;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label} {props.optional && <span className="field-optional">{props.optional}</span>}
      </label>
      {props.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.kind === "select" ? (
        <Select {...props} />
      ) : props.kind === "textarea" ? (
        <Textarea {...props} />
      ) : (
        <Input {...props} />
      )}
      <FieldError {...props} />
    </div>
  );
}
