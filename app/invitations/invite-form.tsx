"use client";
import { useActionState } from "react";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { Section } from "../_ui/section";
import { inviteSellerAction } from "./actions";
import { NewLink, type NewLinkTexts } from "./new-link";

type Words = Record<
  | "clientId"
  | "reference"
  | "referenceHint"
  | "email"
  | "emailHint"
  | "emailError"
  | "expectedSellerId"
  | "expectedHint"
  | "expectedError"
  | "message"
  | "messageHint"
  | "expires"
  | "submit"
  | "sending"
  | "title"
  | "intro"
  | "optional"
  | "madeTitle"
  | "another",
  string
>;
type Props = {
  formKey: string;
  clientIds: string[];
  chosen: string;
  /** What is known of the seller to invite; empty texts where it is not. */
  known: Record<"expectedSellerId" | "reference", string>;
  lives: { value: string; label: string }[];
  words: Words;
  made: NewLinkTexts;
  texts: FormTexts;
};

/** Makes one invitation; the answer that shows its link replaces the form. */
export function InviteForm({ formKey, clientIds, chosen, known, lives, words, made, texts }: Props) {
  const [state, submit, isPending] = useActionState(inviteSellerAction, null);
  if (state?.ok) {
    return (
      <Section card id="made" title={words.madeTitle}>
        <NewLink made={state.view} texts={made} />
        <p>
          <a className="link" href="/invitations">
            {words.another}
          </a>
        </p>
      </Section>
    );
  }
  const { clientId, reference, email, expectedSellerId, message, expires, optional } = words;
  return (
    <Section id="invite" intro={<p>{words.intro}</p>} title={words.title}>
      <FormFrame
        action={submit}
        formKey={formKey}
        id="one"
        isPending={isPending}
        labels={{ clientId, reference, email, expectedSellerId, message, expires }}
        pending={words.sending}
        state={state}
        submit={words.submit}
        texts={texts}
      >
        <FormField
          defaultValue={chosen}
          kind="select"
          label={clientId}
          name="clientId"
          options={clientIds.map((value) => ({ value, label: value }))}
        />
        <FormField
          defaultValue={known.reference}
          hint={words.referenceHint}
          label={reference}
          maxLength={80}
          name="reference"
          optional={optional}
        />
        <FormField
          autoComplete="off"
          errors={{ bad_email: words.emailError, bad_number: words.expectedError }}
          hint={words.emailHint}
          label={email}
          name="email"
          optional={optional}
          spellCheck={false}
        />
        <FormField
          defaultValue={known.expectedSellerId}
          errors={{ bad_number: words.expectedError }}
          hint={words.expectedHint}
          inputMode="numeric"
          label={expectedSellerId}
          name="expectedSellerId"
          optional={optional}
        />
        <FormField
          hint={words.messageHint}
          kind="textarea"
          label={message}
          maxLength={500}
          name="message"
          optional={optional}
          rows={3}
        />
        <FormField defaultValue="30d" kind="select" label={expires} name="expires" options={lives} />
      </FormFrame>
    </Section>
  );
}
