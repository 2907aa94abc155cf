"use client";
import * as chevronDown from "lucide-react/icons/chevron-down";
import { type ReactNode, useActionState } from "react";
import type { ServerAction } from "./action-form";
import { classNames } from "./class-names";
import { FormFrame, type FormFrameProps } from "./form-frame";
import { Glyph } from "./glyph";

type Props = FormFrameProps & {
  // biome-ignore lint/suspicious/noExplicitAny: the form ignores the view, and a view type cannot be both ways.
  action: ServerAction<any>;
  /** The words on the closed fold. */
  summary: string;
  /** What follows from the act, in numbers where there are any; stands above the fields. */
  consequence?: ReactNode;
  done?: ReactNode;
};

/**
 * An act that asks before it happens: the form stays folded until it is wanted, and comes back unfolded with its
 * refusal, also without JavaScript.
 */
export function FoldForm({ action, summary, consequence, done, ...frame }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  const danger = frame.variant === "danger";
  return (
    <details className="fold" open={state ? true : undefined}>
      <summary className="button button-secondary">
        {summary}
        <Glyph of={chevronDown} />
      </summary>
      <div className={classNames("fold-body", danger && "fold-danger")}>
        {state?.ok && done}
        {consequence}
        <FormFrame {...frame} action={submit} isPending={isPending} state={state} />
      </div>
    </details>
  );
}
