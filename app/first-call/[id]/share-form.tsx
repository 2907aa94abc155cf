"use client";
import { useActionState } from "react";
import type { SharedReportView } from "@/lib/first-call/share-report";
import type { Language } from "@/lib/language";
import { Button } from "../../_ui/button";
import type { CopyTexts } from "../../_ui/copy-button";
import { CopyOnce } from "../../_ui/copy-once";
import { fill } from "../../_ui/fill";
import type { FormTexts } from "../../_ui/form-context";
import { FormFrame } from "../../_ui/form-frame";
import { inUtc } from "../../_ui/in-utc";
import { PlainForm } from "../../_ui/plain-form";
import { shareReportAction } from "../actions";

type Props = {
  firstCallId: string;
  formKey: string;
  words: Record<"submit" | "sending", string>;
  made: Record<"title" | "link" | "warning" | "next", string>;
  language: Language;
  copy: CopyTexts;
  texts: FormTexts;
};

/** Makes a link; the answer that shows it, once, replaces the form. */
export function ShareForm(props: Props) {
  const { firstCallId, formKey, words, texts } = props;
  const [state, submit, isPending] = useActionState(shareReportAction, null);
  if (state?.ok) return <MadeLink {...props} view={state.view} />;
  return (
    <FormFrame
      action={submit}
      formKey={formKey}
      hidden={{ do: "share", firstCallId }}
      isPending={isPending}
      pending={words.sending}
      state={state}
      submit={words.submit}
      texts={texts}
      variant="secondary"
    />
  );
}

function MadeLink({ view, made, copy, language, firstCallId }: Props & { view: SharedReportView }) {
  return (
    <section aria-labelledby="made-title" className="section">
      <h3 id="made-title">{made.title}</h3>
      <CopyOnce
        copy={copy}
        label={made.link}
        value={view.url}
        warning={fill(made.warning, { until: inUtc(view.expiresAt, language) })}
      />
      <PlainForm method="get" to={`/first-call/${firstCallId}`}>
        <div className="form-actions">
          <Button>{made.next}</Button>
        </div>
      </PlainForm>
    </section>
  );
}
