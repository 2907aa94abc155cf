"use client";
import { useActionState } from "react";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { Section } from "../_ui/section";
import { inviteFromFileAction } from "./actions";
import { csvLink, InvitedRows, type InvitedTexts } from "./invited-rows";

type Words = Record<
  | "title"
  | "intro"
  | "csv"
  | "sample"
  | "message"
  | "messageHint"
  | "submit"
  | "clientId"
  | "sending"
  | "optional",
  string
>;
type Props = {
  formKey: string;
  clientIds: string[];
  chosen: string;
  words: Words;
  invited: InvitedTexts;
  texts: FormTexts;
};

const sample = "reference,expectedSellerId,email,expires\r\n";

/** Makes an invitation of each good row of a file; the answer that shows their links replaces the form. */
export function FileForm({ formKey, clientIds, chosen, words, invited, texts }: Props) {
  const [state, submit, isPending] = useActionState(inviteFromFileAction, null);
  if (state?.ok) return <InvitedRows texts={invited} view={state.view} />;
  const { clientId, csv, message } = words;
  return (
    <Section id="file" intro={<p>{words.intro}</p>} title={words.title}>
      <p>
        <a className="link" download="invitations.csv" href={csvLink(sample)}>
          {words.sample}
        </a>
      </p>
      <FormFrame
        action={submit}
        formKey={formKey}
        id="many"
        isPending={isPending}
        labels={{ clientId, csv, message }}
        pending={words.sending}
        state={state}
        submit={words.submit}
        texts={texts}
        variant="secondary"
      >
        <FormField
          defaultValue={chosen}
          kind="select"
          label={clientId}
          name="clientId"
          options={clientIds.map((value) => ({ value, label: value }))}
        />
        <FormField accept=".csv,text/csv" label={csv} name="csv" type="file" />
        <FormField
          hint={words.messageHint}
          kind="textarea"
          label={message}
          maxLength={500}
          name="message"
          optional={words.optional}
          rows={3}
        />
      </FormFrame>
    </Section>
  );
}
