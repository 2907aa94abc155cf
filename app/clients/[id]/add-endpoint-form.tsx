"use client";
import { useActionState, useEffect } from "react";
import type { NewEndpointView } from "@/lib/clients/add-endpoint";
import { Button } from "../../_ui/button";
import type { CopyTexts } from "../../_ui/copy-button";
import { CopyOnce } from "../../_ui/copy-once";
import { Field } from "../../_ui/field";
import { fill } from "../../_ui/fill";
import { FormCheckboxes } from "../../_ui/form-checkboxes";
import type { FormTexts } from "../../_ui/form-context";
import { FormField } from "../../_ui/form-field";
import { FormFrame } from "../../_ui/form-frame";
import { PlainForm } from "../../_ui/plain-form";
import { addEndpointAction } from "./endpoint-actions";

type Props = {
  formKey: string;
  /** The client has its endpoint already, so there is no room for another. */
  hasOne: boolean;
  events: { value: string; label: string }[];
  words: Record<"url" | "urlHint" | "events" | "submit" | "sending" | "staleLink", string>;
  reveal: Record<"title" | "lead" | "key" | "warning" | "stored" | "goOn", string>;
  copy: CopyTexts;
  texts: FormTexts;
};

/** Adds the address that messages go to; the answer that shows its key, once, replaces the form. */
export function AddEndpointForm(props: Props) {
  const { formKey, hasOne, events, words, texts } = props;
  const [state, submit, isPending] = useActionState(addEndpointAction, null);
  if (state?.ok) return <NewKey {...props} made={state.view} />;
  // Judged here and not by the page: without JavaScript the page is rendered anew around the answer of this very
  // form, and with the form gone the one answer that shows the key would be lost.
  if (hasOne && !state) return null;
  const spent = state && state.code === "stale" && state.facts?.subjectId ? state.facts : null;
  const label = fill(words.staleLink, { at: `${(spent?.at ?? "").slice(11, 16)} UTC` });
  const told =
    spent && state
      ? { ...state, facts: { ...spent, href: `/clients/${spent.subjectId}#webhook`, label } }
      : state;
  return (
    <FormFrame
      action={submit}
      formKey={formKey}
      hidden={{ do: "webhook" }}
      isPending={isPending}
      labels={{ url: words.url, events: words.events }}
      pending={words.sending}
      state={told}
      submit={words.submit}
      texts={texts}
      variant="secondary"
    >
      <FormField
        autoComplete="off"
        hint={words.urlHint}
        label={words.url}
        maxLength={2048}
        mono
        name="url"
        spellCheck={false}
      />
      <FormCheckboxes label={words.events} name="events" options={events} />
    </FormFrame>
  );
}

function NewKey({ made, reveal, copy }: Props & { made: NewEndpointView }) {
  const page = `/clients/${made.clientRowId}`;
  useEffect(() => {
    history.replaceState(null, "", `${page}?done=webhook_added#webhook`);
    document.getElementById("webhook-key")?.focus();
  }, [page]);
  return (
    <section aria-labelledby="webhook-key-title" className="section card" id="webhook-key" tabIndex={-1}>
      <h3 id="webhook-key-title">{reveal.title}</h3>
      <p>{reveal.lead}</p>
      <CopyOnce copy={copy} label={reveal.key} value={made.key} warning={reveal.warning} />
      <PlainForm method="get" to={page}>
        <Field id="webhook-stored" kind="checkbox" label={reveal.stored} name="stored" required />
        <div className="form-actions">
          <Button variant="secondary">{reveal.goOn}</Button>
        </div>
      </PlainForm>
    </section>
  );
}
