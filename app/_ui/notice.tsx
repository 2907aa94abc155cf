import * as check from "lucide-react/icons/circle-check";
import * as info from "lucide-react/icons/info";
import * as warning from "lucide-react/icons/triangle-exclamation-point";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

const glyphs = { info, success: check, warning, danger: warning };

type Props = {
  tone?: keyof typeof glyphs;
  title?: string;
  children?: ReactNode;
  /** Announced when it appears after an action, politely. */
  live?: boolean;
};

/** A box with something worth knowing; refusals use `Alert`. */
export function Notice({ tone = "info", title, children, live }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={live ? "status" : undefined}>
      <Glyph of={glyphs[tone]} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
