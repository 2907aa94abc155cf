"use client";
import { type ReactNode, useActionState } from "react";
import type { Result } from "@/lib/result";
import type { RadiosProps } from "../_ui/field-choice";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { linkClientAction } from "./actions";

type Words = Record<
  | "account"
  | "accountHint"
  | "duration"
  | "typed"
  | "terms"
  | "confirm"
  | "submit"
  | "sending"
  | "openLink"
  | "lookAgain"
  | "signIn"
  | "suspendedNow",
  string
>;

type Props = {
  formKey: string;
  accounts: RadiosProps["options"];
  /** The account, where there is no choice. */
  only: string | undefined;
  preselected: string | undefined;
  durations: { value: string; label: string }[];
  /** Nobody has reviewed the client: the SellerId is typed too. */
  isStrict: boolean;
  aside: ReactNode;
  words: Words;
  texts: FormTexts;
};

/** The form that gives access. Of several accounts none is chosen beforehand, so that choosing is an act. */
export function LinkClientForm(props: Props) {
  const { formKey, accounts, only, preselected, durations, isStrict, aside, words, texts } = props;
  const [state, submit, isPending] = useActionState(linkClientAction, null);
  const { account, duration, typed, terms, confirm } = words;
  const isSuspended = state && !state.ok && state.facts?.why === "suspended";
  const refusals = isSuspended ? { ...texts.refusals, unavailable: words.suspendedNow } : texts.refusals;
  return (
    <FormFrame
      action={submit}
      aside={aside}
      formKey={formKey}
      hidden={only ? { sellerId: only } : {}}
      isPending={isPending}
      labels={{
        ...(only ? {} : { sellerId: account }),
        duration,
        ...(isStrict ? { typedSellerId: typed } : {}),
        terms,
        confirm,
      }}
      pending={words.sending}
      state={withLabel(state, words)}
      submit={words.submit}
      texts={{ ...texts, refusals }}
    >
      {only ? (
        <div className="field" data-account={only}>
          <p className="field-label">{account}</p>
          {accounts[0]?.label}
        </div>
      ) : (
        <FormField
          defaultValue={preselected}
          hint={words.accountHint}
          kind="radios"
          label={account}
          name="sellerId"
          options={accounts}
          required
        />
      )}
      <FormField defaultValue="none" kind="select" label={duration} name="duration" options={durations} />
      {isStrict && (
        <FormField
          autoComplete="off"
          inputMode="numeric"
          label={typed}
          maxLength={20}
          mono
          name="typedSellerId"
          required
        />
      )}
      <FormField kind="checkbox" label={terms} name="terms" required />
      <FormField kind="checkbox" label={confirm} name="confirm" required />
    </FormFrame>
  );
}

/** The link that mends a refusal says where it leads. */
function withLabel<View>(state: Result<View> | null, words: Words): Result<View> | null {
  if (!state || state.ok || !state.facts?.href) return state;
  const labels: Partial<Record<typeof state.code, string>> = {
    already_linked: words.openLink,
    stale: words.lookAgain,
    sign_in_again: words.signIn,
  };
  const label = labels[state.code];
  if (!label) return state;
  // A page that must be read anew brings a key of its own; one of the old kind would be refused again.
  const formKey = state.code === "stale" ? undefined : state.formKey;
  return { ...state, formKey, facts: { ...state.facts, label } };
}
