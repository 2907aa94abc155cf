"use client";
import { useActionState } from "react";
import { Alert } from "../../_ui/alert";
import type { FormTexts } from "../../_ui/form-context";
import { FormField } from "../../_ui/form-field";
import { FormFrame } from "../../_ui/form-frame";
import { showHandOverAction } from "./actions";
import { Shown, type ShownProps, type ShownWords } from "./shown";

type Props = Pick<ShownProps, "copies" | "urls"> & {
  formKey: string;
  token: string;
  hasPhrase: boolean;
  /** Why nothing can be shown any more; null while the hand-over waits. */
  over: string | null;
  texts: FormTexts;
  words: ShownWords & Record<"what" | "told" | "phrase" | "phraseHint" | "show" | "showing", string>;
};

/** The one button that makes the secret; the answer that shows it replaces the form. */
export function ShowForm({ formKey, token, hasPhrase, over, texts, words, copies, urls }: Props) {
  const [state, submit, isPending] = useActionState(showHandOverAction, null);
  // Judged here and not by the page: without JavaScript the page is rendered anew around the answer of this very
  // form, and by then the hand-over is over.
  if (state?.ok) return <Shown copies={copies} made={state.view} urls={urls} words={words} />;
  if (over !== null || state?.code === "expired") {
    return (
      <Alert code="expired">
        <p>{over ?? texts.refusals.expired}</p>
      </Alert>
    );
  }
  return (
    <div className="section card">
      <p>{words.what}</p>
      <FormFrame
        action={submit}
        formKey={formKey}
        hidden={{ do: "show", token }}
        isPending={isPending}
        labels={{ phrase: words.phrase }}
        pending={words.showing}
        state={state}
        submit={words.show}
        texts={texts}
      >
        {hasPhrase && (
          <FormField
            autoComplete="off"
            hint={words.phraseHint}
            label={words.phrase}
            name="phrase"
            spellCheck={false}
          />
        )}
        <p className="text-muted">{words.told}</p>
      </FormFrame>
    </div>
  );
}
