import type { ReactNode } from "react";
import { describe, type FieldFrame } from "./field-frame";

export type CheckboxProps = {
  kind: "checkbox";
  /** What is sent when ticked. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  disabled?: boolean;
};

export type RadiosProps = {
  kind: "radios";
  defaultValue?: string;
  required?: boolean;
  options: { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
};

/** A tick with its sentence. */
export function Checkbox(props: FieldFrame & CheckboxProps) {
  const { name, value = "on", defaultChecked, required, disabled, label, hint } = props;
  const id = props.id ?? name;
  return (
    <div className="choice">
      <input
        {...describe(props)}
        className="choice-box"
        defaultChecked={defaultChecked}
        disabled={disabled}
        id={id}
        name={name}
        required={required}
        type="checkbox"
        value={value}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A few choices, all in sight; the first one carries the field's id, so that an error can lead to it. */
export function Radios({ children, ...props }: FieldFrame & RadiosProps & { children?: ReactNode }) {
  const { name, label, hint, optional, options, defaultValue, required } = props;
  const id = props.id ?? name;
  const { "aria-describedby": describedBy, "aria-invalid": invalid } = describe(props);
  return (
    <fieldset aria-describedby={describedBy} className="field">
      <legend className="field-label mb-1.5">
        {label} {optional && <span className="field-optional">{optional}</span>}
      </legend>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="choices">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index}`;
          return (
            <div className="choice" key={option.value}>
              <input
                aria-describedby={option.hint ? `${optionId}-about` : undefined}
                aria-invalid={invalid}
                className="choice-box"
                defaultChecked={option.value === defaultValue}
                disabled={option.disabled}
                id={optionId}
                name={name}
                required={required}
                type="radio"
                value={option.value}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && (
                <p className="field-hint" id={`${optionId}-about`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {children}
    </fieldset>
  );
}
