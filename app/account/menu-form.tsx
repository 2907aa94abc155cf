"use client";
import { type ReactNode, useActionState } from "react";
import type { ServerAction } from "../_ui/action-form";

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: as in ActionForm, the view is ignored here.
  action: ServerAction<any>;
  formKey: string;
  hidden: Record<string, string>;
  /** What is said when the act was refused. */
  refused: string;
  children: ReactNode;
};

/** A form of one button, as an entry of a menu. */
export function MenuForm({ action, formKey, hidden, refused, children }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  const refusal = state && !state.ok ? state : null;
  return (
    <form action={submit}>
      <input name="formKey" type="hidden" value={refusal?.formKey ?? formKey} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {refusal && (
        <p className="field-error" data-code={refusal.code} role="alert">
          {refused}
        </p>
      )}
      <button className="menu-item" disabled={isPending} type="submit">
        {children}
      </button>
    </form>
  );
}
