import { CopyButton, type CopyTexts } from "./copy-button";

type Props = {
  /** Shown exactly as it is. */
  code: string;
  /** Names the block for everybody, for example "Ask for a token". */
  label: string;
  copy?: CopyTexts;
};

/** Lines to read or to paste: never wrapped or changed, scrolled sideways by keyboard too. */
export function CodeBlock({ code, label, copy }: Props) {
  return (
    <div className="code" data-copy="">
      <div className="code-head">
        <span>{label}</span>
        {copy && <CopyButton {...copy} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <section aria-label={label} className="code-scroll" tabIndex={0}>
        <pre className="code-body">
          <code data-copy-text="">{code}</code>
        </pre>
      </section>
    </div>
  );
}
