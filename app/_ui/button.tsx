import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "danger" | "quiet";
  size?: "normal" | "small";
  /** Full width on phones. */
  full?: boolean;
};

function look({ variant = "secondary", size = "normal", full }: ButtonLook, className?: string) {
  const small = size === "small" && "button-small";
  return classNames("button", `button-${variant}`, small, full && "button-full", className);
}

type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement> & { children: ReactNode };

/** A button that acts; `type="submit"` unless said otherwise. */
export function Button({ variant, size, full, className, type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} className={look({ variant, size, full }, className)} type={type} />;
}

type ButtonLinkProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link that looks like a button: it goes somewhere, it never changes anything. */
export function ButtonLink({ variant, size, full, className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={look({ variant, size, full }, className)} />;
}
