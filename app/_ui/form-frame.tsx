"use client";
import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import type { Result } from "@/lib/result";
import { useActingFor } from "./acting-for";
import { Button, type ButtonLook } from "./button";
import { classNames } from "./class-names";
import { FormContext, type FormTexts } from "./form-context";
import { RefusalSummary } from "./refusal-summary";

export type FormFrameProps = {
  /** The signed key of this form on this page. */
  formKey: string;
  /** Further hidden fields: `do`, the row's id. */
  hidden?: Record<string, string>;
  submit: ReactNode;
  pending: string;
  variant?: ButtonLook["variant"];
  size?: ButtonLook["size"];
  texts: FormTexts;
  /** Field name -> label, in the order of the page; the summary of errors uses both. */
  labels?: Record<string, string>;
  /** Stands beside the submit button, for example a way back. */
  aside?: ReactNode;
  className?: string;
  id?: string;
  children?: ReactNode;
};

type Bound = { state: Result<unknown> | null; action: (form: FormData) => void; isPending: boolean };

/**
 * A form bound to the state of a server action: summary of the last refusal, its fields, one submit button that
 * rests while the answer is on its way. It works without JavaScript; with it, the focus moves to the summary.
 */
export function FormFrame({ state, action, isPending, ...props }: FormFrameProps & Bound) {
  const { formKey, hidden = {}, texts, labels = {}, submit, pending, variant = "primary", size } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const refusal = state && !state.ok ? state : null;
  const { errorTitle = "" } = texts;
  const acting = useActingFor(formKey);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!refusal) return;
    summary.current?.focus();
    const { title } = document;
    document.title = errorTitle + title;
    return () => {
      document.title = title;
    };
  }, [refusal, errorTitle]);
  const answer = useMemo(() => ({ id, refusal, texts }), [id, refusal, texts]);
  return (
    <form action={action} aria-busy={isPending} className={classNames("form", props.className)} noValidate>
      <input name="formKey" type="hidden" value={refusal?.formKey ?? formKey} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {refusal && (
        <RefusalSummary formId={id} labels={labels} ref={summary} refusal={refusal} texts={texts} />
      )}
      <FormContext value={answer}>{props.children}</FormContext>
      <div className="form-actions">
        <Button disabled={isPending} full={size !== "small"} size={size} variant={variant}>
          {isPending ? pending : submit}
        </Button>
        {props.aside}
        {acting && size !== "small" && (
          <span className="text-muted">
            {acting.words} <strong>{acting.name}</strong>
          </span>
        )}
      </div>
    </form>
  );
}
