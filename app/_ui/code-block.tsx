import { classNames } from "./class-names";
import { CopyButton, type CopyTexts } from "./copy-button";

type Props = {
  /** Shown exactly as it is. */
  code: string;
  /** Names the block for everybody, for example "Ask for a token". */
  label: string;
  copy?: CopyTexts;
  /** Set for a message in words, which is wrapped as a letter is. */
  prose?: boolean;
};

/** Lines to read or to paste, never changed: code is not wrapped, but scrolled sideways, by keyboard too. */
export function CodeBlock({ code, label, copy, prose }: Props) {
  return (
    <div className="code" data-copy="">
      <div className="code-head">
        <span>{label}</span>
        {copy && <CopyButton {...copy} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <section aria-label={label} className="code-scroll" tabIndex={0}>
        <pre className={classNames("code-body", prose && "code-prose")}>
          <code data-copy-text="">{code}</code>
        </pre>
      </section>
    </div>
  );
}
