import type { ReactNode } from "react";

/** What every kind of field has. */
export type FieldFrame = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the field now. */
  error?: string;
  /** The word beside the label of a field that may stay empty. */
  optional?: string;
  /** Defaults to the name; forms that share a page need their own. */
  id?: string;
};

/** What a control needs to be tied to its hint and its error. */
export function describe({ id, name, hint, error }: FieldFrame) {
  const field = id ?? name;
  const describedBy = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}
