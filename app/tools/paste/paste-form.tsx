"use client";
import { useActionState, useEffect } from "react";
import type { ServerAction } from "../../_ui/action-form";
import type { FormTexts } from "../../_ui/form-context";
import { FormField } from "../../_ui/form-field";
import { FormFrame } from "../../_ui/form-frame";

type Props = {
  action: ServerAction<{ isFrameStale: true }>;
  formKey: string;
  words: Record<"content" | "contentHint" | "submit" | "sending", string>;
  texts: FormTexts;
};

/** The one box. What came out stands above it on the page, which is drawn anew; with scripts the focus goes there. */
export function PasteForm({ action, formKey, words, texts }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  useEffect(() => {
    if (state?.ok) document.getElementById("result")?.focus();
  }, [state]);
  return (
    <FormFrame
      action={submit}
      className="max-w-measure"
      formKey={formKey}
      isPending={isPending}
      labels={{ content: words.content }}
      pending={words.sending}
      state={state}
      submit={words.submit}
      texts={texts}
    >
      <FormField
        autoCapitalize="none"
        autoComplete="off"
        hint={words.contentHint}
        kind="textarea"
        label={words.content}
        mono
        name="content"
        rows={10}
        spellCheck={false}
      />
    </FormFrame>
  );
}
