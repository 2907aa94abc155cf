"use client";
import * as check from "lucide-react/icons/check";
import * as copy from "lucide-react/icons/copy";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";
import { Glyph } from "./glyph";

export type CopyTexts = {
  /** On the button: "Copy". */
  copy: string;
  /** Said after success: "clientId copied". */
  copied: string;
  /** The button's full name where a page has several: "Copy clientId". Contains `copy`. */
  name?: string;
  /** Said where the browser refuses: "Selected. Press Ctrl+C." */
  selected?: string;
};

type Props = CopyTexts & { quiet?: boolean };

/**
 * Copies the exact text of `[data-copy-text]` inside the nearest `[data-copy]`. Where the clipboard is refused, the
 * text is selected instead; without JavaScript the button stays invisible.
 */
export function CopyButton({ copy: word, name, copied, selected = "", quiet }: Props) {
  const [isReady, setReady] = useState(false);
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setReady(true);
    return () => clearTimeout(timer.current);
  }, []);

  async function press(event: MouseEvent<HTMLButtonElement>) {
    const text = event.currentTarget.closest("[data-copy]")?.querySelector("[data-copy-text]");
    if (!text) return;
    try {
      await navigator.clipboard.writeText(text.textContent);
      setSaid(copied);
    } catch {
      getSelection()?.selectAllChildren(text);
      setSaid(selected);
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(""), 2000);
  }

  const isCopied = said === copied;
  return (
    <>
      <button
        aria-label={name}
        className={classNames("copy-button", quiet && "copy-button-quiet")}
        data-copied={isCopied}
        data-ready={isReady}
        onClick={press}
        type="button"
      >
        <Glyph of={isCopied ? check : copy} />
        <span className="copy-word">{word}</span>
      </button>
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
