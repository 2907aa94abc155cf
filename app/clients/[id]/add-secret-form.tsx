"use client";
import { useActionState } from "react";
import { Reveal, type RevealTexts } from "../../_reveal";
import { fill } from "../../_ui/fill";
import type { FormTexts } from "../../_ui/form-context";
import { FormField } from "../../_ui/form-field";
import { FormFrame } from "../../_ui/form-frame";
import { addSecretAction } from "./actions";

type Props = {
  formKey: string;
  proveKey: string;
  /** How many secrets work already: with one there is an overlap to choose, with two no room for another. */
  live: number;
  overlaps: { value: string; label: string }[];
  words: Record<
    "lost" | "full" | "overlap" | "label" | "labelHint" | "submit" | "sending" | "staleLink",
    string
  >;
  texts: FormTexts;
  reveal: RevealTexts;
  urls: { tokenUrl: string; sellerApiUrl: string };
};

/** Makes another secret; the answer that shows it replaces the form. */
export function AddSecretForm({ formKey, proveKey, live, overlaps, words, texts, reveal, urls }: Props) {
  const [state, submit, isPending] = useActionState(addSecretAction, null);
  if (state?.ok) return <Reveal made={state.view} proveKey={proveKey} texts={reveal} urls={urls} />;
  // Judged here and not by the page: without JavaScript the page is rendered anew around the answer of this very
  // form, and with the form gone the one answer that shows the secret would be lost.
  if (live >= 2 && !state) return <p>{words.full}</p>;
  const hasOld = live > 0;
  const spent = state && state.code === "stale" && state.facts?.subjectId ? state.facts : null;
  const label = fill(words.staleLink, { at: `${(spent?.at ?? "").slice(11, 16)} UTC` });
  const told =
    spent && state
      ? { ...state, facts: { ...spent, href: `/clients/${spent.subjectId}?made=1`, label } }
      : state;
  return (
    <FormFrame
      action={submit}
      formKey={formKey}
      hidden={hasOld ? {} : { overlap: "0" }}
      isPending={isPending}
      labels={{ overlap: words.overlap, label: words.label }}
      pending={words.sending}
      state={told}
      submit={words.submit}
      texts={texts}
      variant="secondary"
    >
      <p>{words.lost}</p>
      {hasOld && (
        <FormField defaultValue="24h" kind="select" label={words.overlap} name="overlap" options={overlaps} />
      )}
      <FormField hint={words.labelHint} label={words.label} maxLength={60} name="label" />
    </FormFrame>
  );
}
