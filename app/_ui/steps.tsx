import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Step = {
  id: string;
  title: string;
  state: "done" | "current" | "open";
  /** The word for the state. */
  word: string;
  children?: ReactNode;
};

/** Ordered steps with their content, each with an address of its own. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <ol className="steps">
      {steps.map(({ id, title, state, word, children }, index) => (
        <li
          aria-current={state === "current" ? "step" : undefined}
          className="step"
          data-state={state}
          id={id}
          key={id}
        >
          <span aria-hidden="true" className="step-mark">
            {state === "done" ? <Icon name="check" /> : index + 1}
          </span>
          <div className="step-title">
            <h2 className="text-h3">{title}</h2>
            <span className="text-caption text-muted">{word}</span>
          </div>
          {children && <div className="step-body">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
