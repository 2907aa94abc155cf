import { CopyButton, type CopyTexts } from "./copy-button";

/** A value in mono with a button that copies its exact bytes; one click selects it whole without JavaScript. */
export function Copy({ value, texts }: { value: string; texts: CopyTexts }) {
  return (
    <span className="copy" data-copy="">
      <code className="copy-text" data-copy-text="">
        {value}
      </code>
      <CopyButton {...texts} quiet />
    </span>
  );
}
