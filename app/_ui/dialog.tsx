import type { ReactNode } from "react";
import { Button, type ButtonLook } from "./button";

type Props = {
  /** Unique on the page. */
  id: string;
  title: string;
  open: string;
  close: string;
  variant?: ButtonLook["variant"];
  size?: ButtonLook["size"];
  children: ReactNode;
};

/**
 * A button and the dialog it opens, for things to read or to copy. The browser opens and closes it, so it needs no
 * JavaScript. Acts are never asked for here: a refusal would come back with the dialog closed; they use `FoldForm`.
 */
export function Dialog({ id, title, open, close, variant, size, children }: Props) {
  return (
    <>
      <Button popoverTarget={id} size={size} type="button" variant={variant}>
        {open}
      </Button>
      <dialog aria-labelledby={`${id}-title`} className="dialog" id={id} popover="auto">
        <h2 className="text-h3" id={`${id}-title`}>
          {title}
        </h2>
        {children}
        <div className="form-actions">
          <Button popoverTarget={id} popoverTargetAction="hide" type="button">
            {close}
          </Button>
        </div>
      </dialog>
    </>
  );
}
