"use client";
import { useActionState } from "react";
import type { NewClientView } from "@/lib/clients/create-client";
import type { Result } from "@/lib/result";
import { Reveal, type RevealTexts } from "../_reveal";
import type { ServerAction } from "../_ui/action-form";
import { fill } from "../_ui/fill";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { ClientIdField, type ClientIdWords } from "./client-id-field";

type Words = ClientIdWords &
  Record<
    | "contactEmail"
    | "contactEmailHint"
    | "purpose"
    | "purposeHint"
    | "seller"
    | "terms"
    | "submit"
    | "sending"
    | "staleLink"
    | "signIn",
    string
  >;

type Props = {
  action: ServerAction<NewClientView>;
  formKey: string;
  proveKey: string;
  path: string;
  initial: { clientId: string; contactEmail: string; purpose: string };
  sellers: { value: string; label: string }[];
  words: Words;
  texts: FormTexts;
  reveal: RevealTexts;
  urls: { tokenUrl: string; sellerApiUrl: string };
};

/** The form that makes a client; its answer replaces it, so that no form is left that could post the secret. */
export function NewClientForm({
  action,
  formKey,
  proveKey,
  path,
  initial,
  sellers,
  words,
  texts,
  reveal,
  urls,
}: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  if (state?.ok) return <Reveal made={state.view} proveKey={proveKey} texts={reveal} urls={urls} />;
  const { clientId, contactEmail, purpose, seller, terms } = words;
  const only = sellers.length === 1 ? sellers[0] : undefined;
  return (
    <FormFrame
      action={submit}
      formKey={formKey}
      hidden={only ? { sellerId: only.value } : {}}
      isPending={isPending}
      labels={{ clientId, contactEmail, purpose, terms, ...(only ? {} : { sellerId: seller }) }}
      pending={words.sending}
      state={named(state, words, path)}
      submit={words.submit}
      texts={texts}
    >
      <ClientIdField texts={texts} path={path} initial={initial.clientId} refusal={state} words={words} />
      <FormField
        autoComplete="email"
        defaultValue={initial.contactEmail}
        hint={words.contactEmailHint}
        label={contactEmail}
        name="contactEmail"
        type="email"
      />
      {sellers.length > 1 && <FormField kind="select" label={seller} name="sellerId" options={sellers} />}
      {only && (
        <p>
          {seller}: <strong>{only.label}</strong>
        </p>
      )}
      <FormField
        defaultValue={initial.purpose}
        hint={words.purposeHint}
        label={purpose}
        maxLength={200}
        name="purpose"
      />
      <FormField kind="checkbox" label={terms} name="terms" required />
    </FormFrame>
  );
}

/** A used form says what it made and leads there; one that wants the password again comes back as it was. */
function named(
  state: Result<NewClientView> | null,
  words: Words,
  path: string,
): Result<NewClientView> | null {
  if (!state || state.ok) return state;
  const { code, facts = {}, values = {} } = state;
  if (code === "stale" && facts.subjectId) {
    const label = fill(words.staleLink, { at: `${(facts.at ?? "").slice(11, 16)} UTC` });
    return { ...state, facts: { ...facts, href: `/clients/${facts.subjectId}?made=1`, label } };
  }
  if (code === "sign_in_again") {
    const { clientId = "", contactEmail = "", purpose = "" } = values;
    const back = `${path}&${new URLSearchParams({ clientId, contactEmail, purpose })}`;
    return {
      ...state,
      facts: { href: `/sign-in?again=1&next=${encodeURIComponent(back)}`, label: words.signIn },
    };
  }
  return state;
}
