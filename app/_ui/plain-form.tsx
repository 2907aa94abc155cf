import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  /** The path it is sent to; the page itself when missing. */
  to?: string;
  method?: "get" | "post";
  formKey?: string;
  /** Which act is meant, where the fields do not tell. */
  act?: string;
  hidden?: Record<string, string>;
  /** Side by side with other forms or buttons, as wide as its content. */
  inline?: boolean;
  /** Set for a form with a file. */
  multipart?: boolean;
  role?: "search";
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A form without any JavaScript: sent to a path, answered by a page. */
export function PlainForm({ to, method = "post", formKey, act, hidden = {}, inline, ...rest }: Props) {
  const { multipart, role, label, className, children } = rest;
  return (
    <form
      action={to}
      aria-label={label}
      className={classNames("form", inline && "form-inline", className)}
      encType={multipart ? "multipart/form-data" : undefined}
      method={method}
      role={role}
    >
      {formKey && <input name="formKey" type="hidden" value={formKey} />}
      {act && <input name="do" type="hidden" value={act} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {children}
    </form>
  );
}
