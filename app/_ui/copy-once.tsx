import * as download from "lucide-react/icons/download";
import type { ReactNode } from "react";
import { CopyButton, type CopyTexts } from "./copy-button";
import { Glyph } from "./glyph";
import { Notice } from "./notice";

type Props = {
  label: string;
  value: string;
  copy: CopyTexts;
  /** Says that this is the only time it is shown. */
  warning: string;
  warningTitle?: string;
  /** `data:` addresses, made by the page that shows the secret. */
  downloads?: { href: string; fileName: string; label: string }[];
  children?: ReactNode;
};

/** A secret in the one answer that shows it. Print leaves it blank. */
export function CopyOnce({ label, value, copy, warning, warningTitle, downloads = [], children }: Props) {
  return (
    <div className="secret" data-copy="">
      <p className="secret-label">{label}</p>
      <div className="secret-value">
        <code data-copy-text="">{value}</code>
        <CopyButton {...copy} />
      </div>
      <Notice title={warningTitle} tone="warning">
        <p>{warning}</p>
      </Notice>
      {downloads.length > 0 && (
        <div className="secret-downloads">
          {downloads.map(({ href, fileName, label: words }) => (
            <a
              className="button button-secondary button-small"
              download={fileName}
              href={href}
              key={fileName}
            >
              <Glyph of={download} />
              {words}
            </a>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
