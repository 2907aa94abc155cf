"use client";
import { useActionState, useEffect } from "react";
import { Button } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import type { CopyTexts } from "../../_ui/copy-button";
import { FormField } from "../../_ui/form-field";
import { FormFrame, type FormFrameProps } from "../../_ui/form-frame";
import { Notice } from "../../_ui/notice";
import { PlainForm } from "../../_ui/plain-form";
import { Qr } from "../../_ui/qr";
import { confirmSecondFactorAction } from "./actions";

type Props = FormFrameProps & {
  /** The key that waits, as text and picture; null where none does. */
  draft: { key: string; qr: { size: number; path: string } } | null;
  words: Record<"title" | "lead" | "qr" | "key" | "passcode", string>;
  codes: Record<"title" | "lead" | "label" | "warning" | "file" | "goOn", string>;
  copyKey: CopyTexts;
  copyCodes: CopyTexts;
};

const page = "/account/second-factor";

/** Shows the key that waits for its first code; the answer that shows the recovery codes, once, replaces all of it. */
export function ConfirmForm({ draft, words, codes, copyKey, copyCodes, ...frame }: Props) {
  const [state, submit, isPending] = useActionState(confirmSecondFactorAction, null);
  if (state?.ok) return <Codes copy={copyCodes} list={state.view.codes} words={codes} />;
  // Judged here and not by the page: without JavaScript the page is rendered anew around the answer of this very
  // form, and with the form gone the one answer that shows the codes would be lost.
  if (!draft && !state) return null;
  return (
    <section aria-labelledby="draft-title" className="section card" id="draft">
      <h2 id="draft-title">{words.title}</h2>
      {draft && (
        <>
          <p>{words.lead}</p>
          <Qr code={draft.qr} label={words.qr} />
          <CodeBlock code={draft.key} copy={copyKey} label={words.key} />
        </>
      )}
      <FormFrame {...frame} action={submit} isPending={isPending} state={state}>
        <FormField
          autoComplete="one-time-code"
          inputMode="numeric"
          label={words.passcode}
          maxLength={10}
          mono
          name="passcode"
          required
        />
      </FormFrame>
    </section>
  );
}

function Codes({ list, words, copy }: { list: string[]; words: Props["codes"]; copy: CopyTexts }) {
  useEffect(() => {
    history.replaceState(null, "", page);
    document.getElementById("codes")?.focus();
  }, []);
  const text = list.join("\n");
  return (
    <section aria-labelledby="codes-title" className="section card" id="codes" tabIndex={-1}>
      <h2 id="codes-title">{words.title}</h2>
      <p>{words.lead}</p>
      <CodeBlock code={text} copy={copy} label={words.label} />
      <Notice tone="warning">{words.warning}</Notice>
      <p>
        <a
          className="button button-secondary button-small"
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        >
          {words.file}
        </a>
      </p>
      <PlainForm method="get" to={page}>
        <div className="form-actions">
          <Button variant="primary">{words.goOn}</Button>
        </div>
      </PlainForm>
    </section>
  );
}
