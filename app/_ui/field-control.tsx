import * as chevronDown from "lucide-react/icons/chevron-down";
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describe, type FieldFrame } from "./field-frame";
import { Glyph } from "./glyph";

type Own = "name" | "id" | "className" | "defaultValue" | "children";

export type InputProps = { kind?: "input"; mono?: boolean; defaultValue?: string } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  Own | "defaultChecked"
>;

export type TextareaProps = { kind: "textarea"; mono?: boolean; defaultValue?: string } & Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  Own
>;

export type SelectProps = {
  kind: "select";
  defaultValue?: string;
  options: { value: string; label: string; disabled?: boolean }[];
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, Own>;

/** A one-line control. */
export function Input(props: FieldFrame & InputProps) {
  const {
    kind: _kind,
    mono,
    label: _label,
    hint: _hint,
    error: _error,
    optional: _optional,
    ...rest
  } = props;
  return (
    <input
      {...rest}
      {...describe(props)}
      className={classNames("control", mono && "mono")}
      id={props.id ?? props.name}
    />
  );
}

/** A control of several lines. */
export function Textarea(props: FieldFrame & TextareaProps) {
  const {
    kind: _kind,
    mono,
    label: _label,
    hint: _hint,
    error: _error,
    optional: _optional,
    ...rest
  } = props;
  return (
    <textarea
      {...rest}
      {...describe(props)}
      className={classNames("control", mono && "mono")}
      id={props.id ?? props.name}
    />
  );
}

/** A native list of choices. */
export function Select(props: FieldFrame & SelectProps) {
  const {
    kind: _kind,
    label: _label,
    hint: _hint,
    error: _error,
    optional: _optional,
    options,
    ...rest
  } = props;
  return (
    <span className="control-select">
      {/* React applies a select's default value at its birth only: the key makes it anew when the value moves. */}
      <select
        {...rest}
        {...describe(props)}
        className="control"
        id={props.id ?? props.name}
        key={props.defaultValue}
      >
        {options.map((option) => (
          <option disabled={option.disabled} key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Glyph of={chevronDown} />
    </span>
  );
}
