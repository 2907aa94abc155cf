"use client";
import { useActionState } from "react";
import type { NewHandOverView } from "@/lib/clients/give-hand-over";
import type { Language } from "@/lib/language";
import type { Result } from "@/lib/result";
import { Button } from "../../_ui/button";
import type { CopyTexts } from "../../_ui/copy-button";
import { CopyOnce } from "../../_ui/copy-once";
import { fill } from "../../_ui/fill";
import type { FormTexts } from "../../_ui/form-context";
import { FormField } from "../../_ui/form-field";
import { FormFrame } from "../../_ui/form-frame";
import { inUtc } from "../../_ui/in-utc";
import { PlainForm } from "../../_ui/plain-form";
import { giveHandOverAction } from "./actions";

type Given = Record<"title" | "body" | "link" | "withPhrase" | "next", string>;

type Props = {
  clientRowId: string;
  formKey: string;
  /** The own accounts linked with the client; with several one is chosen. */
  sellers: { value: string; label: string }[];
  words: Record<
    "label" | "labelHint" | "phrase" | "phraseHint" | "seller" | "submit" | "sending" | "staleLink",
    string
  >;
  given: Given;
  language: Language;
  copy: CopyTexts;
  texts: FormTexts;
};

/** Gives a link; the answer that shows it, once, replaces the form. */
export function GiveHandOverForm(props: Props) {
  const { clientRowId, formKey, sellers, words, texts } = props;
  const [state, submit, isPending] = useActionState(giveHandOverAction, null);
  if (state?.ok) return <GivenLink {...props} made={state.view} />;
  const [only] = sellers.length === 1 ? sellers : [];
  const { label, phrase, seller } = words;
  return (
    <FormFrame
      action={submit}
      formKey={formKey}
      hidden={{ do: "hand_over", ...(only && { sellerId: only.value }) }}
      isPending={isPending}
      labels={{ label, phrase, ...(sellers.length > 1 && { sellerId: seller }) }}
      pending={words.sending}
      state={told(state, clientRowId, words.staleLink)}
      submit={words.submit}
      texts={texts}
      variant="secondary"
    >
      <FormField hint={words.labelHint} label={label} maxLength={60} name="label" />
      <FormField
        autoComplete="off"
        hint={words.phraseHint}
        label={phrase}
        maxLength={100}
        name="phrase"
        spellCheck={false}
      />
      {sellers.length > 1 && <FormField kind="select" label={seller} name="sellerId" options={sellers} />}
    </FormFrame>
  );
}

function GivenLink({ made, given, copy, language, clientRowId }: Props & { made: NewHandOverView }) {
  return (
    <section aria-labelledby="given-title" className="section card" id="given">
      <h3 id="given-title">{given.title}</h3>
      <CopyOnce
        copy={copy}
        label={given.link}
        value={made.url}
        warning={fill(given.body, { until: inUtc(made.expiresAt, language) })}
      />
      {made.hasPhrase && <p>{given.withPhrase}</p>}
      <PlainForm method="get" to={`/clients/${clientRowId}`}>
        <div className="form-actions">
          <Button>{given.next}</Button>
        </div>
      </PlainForm>
    </section>
  );
}

/** A form that was used already leads to the list, where its link can be taken back. */
function told(state: Result<NewHandOverView> | null, clientRowId: string, label: string) {
  if (!state || state.ok || state.code !== "stale" || !state.facts?.subjectId) return state;
  return { ...state, facts: { ...state.facts, href: `/clients/${clientRowId}#hand-over`, label } };
}
