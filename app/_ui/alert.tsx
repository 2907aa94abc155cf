import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import type { ReactNode, Ref } from "react";
import type { RefusalCode } from "@/lib/result";
import { Glyph } from "./glyph";

type Props = {
  code: RefusalCode;
  title?: string;
  children: ReactNode;
  /** Where it can be mended. */
  mend?: { href: string; label: string };
  /** The whole line that names the incident. */
  reference?: string;
  /** Where somebody helps with it. */
  help?: { href: string; label: string };
  ref?: Ref<HTMLDivElement>;
};

/** Says a refusal: announced at once, focusable by script, its code in `data-code`. */
export function Alert({ code, title, children, mend, reference, help, ref }: Props) {
  return (
    <div className="notice notice-danger" data-code={code} ref={ref} role="alert" tabIndex={-1}>
      <Glyph of={circleAlert} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children}
        {mend && (
          <p>
            <a href={mend.href}>{mend.label}</a>
          </p>
        )}
        {reference && <p className="notice-reference">{reference}</p>}
        {help && (
          <p>
            <a className="link text-caption" href={help.href}>
              {help.label}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
